package dev.countersign.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.pipeline.spec.Argument;
import dev.countersign.pipeline.spec.StepSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepCacheTest {
  private static final Digest KEY = Digest.of("key".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path work;
  private Path rows;
  private StepCache cache;

  @BeforeEach
  void noteOneRun() throws IOException {
    Path outputs = Files.createDirectories(work.resolve("runs/run-1/load"));
    rows = Files.writeString(outputs.resolve("rows.csv"), "a,b\n1,2\n");
    cache = new StepCache(work);
    cache.put(
        KEY, outputs, new StepFiles(Map.of("rows", rows), Map.of("rows", ContentDigest.of(rows))));
  }

  @Test
  void findsWhatWasMadeBefore_alsoByAnotherProcess() {
    assertThat(new StepCache(work).find(KEY, step("rows", "rows.csv")))
        .contains(new StepFiles(Map.of("rows", rows), Map.of("rows", ContentDigest.of(rows))));
  }

  @Test
  void findsNothing_underAnotherKey_orForOtherOutputs() {
    Digest other = Digest.of("other".getBytes(StandardCharsets.UTF_8));

    assertThat(cache.find(other, step("rows", "rows.csv"))).isEmpty();
    assertThat(cache.find(KEY, step("lines", "rows.csv"))).isEmpty();
  }

  @Test
  void findsWhatWasMadeBefore_afterTheWorkFolderWasMoved(@TempDir Path elsewhere)
      throws IOException {
    Path moved = elsewhere.resolve("work");
    FileTree.copy(work, moved);
    FileTree.delete(work);

    assertThat(new StepCache(moved).find(KEY, step("rows", "rows.csv")))
        .hasValueSatisfying(
            files ->
                assertThat(files.places())
                    .containsEntry("rows", moved.resolve("runs/run-1/load/rows.csv")));
  }

  @Test
  void findsNothing_whenTheBytesChanged() throws IOException {
    Files.writeString(rows, "a,b\n1,3\n");

    assertThat(cache.find(KEY, step("rows", "rows.csv"))).isEmpty();
  }

  @Test
  void findsNothing_whenTheOutputsAreGone() throws IOException {
    Files.delete(rows);

    assertThat(cache.find(KEY, step("rows", "rows.csv"))).isEmpty();
  }

  @Test
  void aDamagedEntryIsAsGoodAsNone() throws IOException {
    Path entry = work.resolve("cache").resolve(KEY.hex() + ".json");
    for (String damaged : List.of("", "{", "[]", "{\"folder\": \"../..\", \"outputs\": {}}")) {
      Files.writeString(entry, damaged);

      assertThat(cache.find(KEY, step("rows", "rows.csv"))).isEmpty();
    }
  }

  private static StepSpec step(String output, String path) {
    return new StepSpec(
        "load",
        List.of(new Argument("true")),
        Map.of(),
        Map.of(output, new ArtifactPath(path)),
        new StepSpec.Limits(Duration.ofMinutes(1), 0),
        Optional.empty());
  }
}
