package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.store.ReceivedArtifact;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundReceiptTest {
  @TempDir private Path folder;

  @Test
  void waitsForWhoeverAsks() throws IOException {
    Path source = source(5_000_000);
    try (ReceivedArtifact receipt = new BackgroundReceipt(store(), source)) {
      assertThat(receipt.manifest()).isEqualTo(new ArtifactDigester(1).digest(source));
      assertThat(store().verify(receipt.keep("f"))).isEqualTo(receipt.manifest());
    }
  }

  @Test
  @DisplayName("I5: closed while the artifact is still read, it leaves nothing in the store")
  void leavesNothing_whenItIsClosedAtOnce() throws IOException {
    Path source = source(50_000_000);

    new BackgroundReceipt(store(), source).close();

    assertThat(files(folder.resolve("store"))).isEmpty();
  }

  @Test
  void tellsTheFailureToWhoeverAsks_andNobodyElse() {
    ReceivedArtifact receipt = new BackgroundReceipt(store(), folder.resolve("nowhere"));

    assertThatThrownBy(receipt::manifest)
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> receipt.keep("f")).isInstanceOf(CountersignException.class);
    assertThatCode(receipt::close).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("I12: a dry run and a preview copy nothing to the store")
  void dryRunAndPreviewCopyNothing() throws IOException {
    Scenario scenario = new Scenario(folder, "m");
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    String review = folder.resolve("review.html").toString();

    assertThat(command(scenario, "propose", run.toString(), "--dry-run")).isZero();
    assertThat(command(scenario, "preview", run.toString(), "--to", review)).isZero();

    assertThat(scenario.store()).isEmptyDirectory();
  }

  @Test
  @DisplayName("I5: a run whose evidence is refused leaves nothing of its artifact in the store")
  void leavesNothing_whenTheEvidenceIsRefused() throws IOException {
    Scenario scenario = new Scenario(folder, "m");
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    Files.writeString(run.resolve("predictions.csv"), "not,predictions\n");

    assertThat(command(scenario, "propose", run.toString())).isEqualTo(2);

    assertThat(files(scenario.store())).isEmpty();
  }

  private static int command(Scenario scenario, String... arguments) {
    Stream<String> connection =
        Stream.of(
            "--repository",
            scenario.repository().toString(),
            "--signing-key",
            scenario.key().toString());
    return CommandRun.of(Stream.concat(Stream.of(arguments), connection).toArray(String[]::new))
        .exitCode();
  }

  private FileArtifactStore store() {
    return new FileArtifactStore(folder.resolve("store"));
  }

  private Path source(int size) throws IOException {
    return Files.write(folder.resolve("model.bin"), new byte[size]);
  }

  private static List<Path> files(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
