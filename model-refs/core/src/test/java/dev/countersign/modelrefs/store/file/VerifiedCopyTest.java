package dev.countersign.modelrefs.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.artifact.digest.BoundedParallel;
import dev.countersign.modelrefs.artifact.digest.HashingProgress;
import dev.countersign.modelrefs.artifact.digest.SourceTree;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedCopyTest {
  private static final int BUFFER = 1 << 18;

  @TempDir private Path temporary;
  private final VerifiedCopy copy = new VerifiedCopy(new BoundedParallel(2));

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, BUFFER - 1, BUFFER, BUFFER + 1, 4 * BUFFER, 4 * BUFFER + 1, 9 * BUFFER + 7})
  void copiesAndHashesEveryByte(int size) throws IOException {
    SourceTree source = SourceTree.of(write("model.bin", size));

    var entries = copy.copy(source.files(), temporary.resolve("copy"));

    assertThat(entries)
        .isEqualTo(new ArtifactDigester(1).entries(source.files(), HashingProgress.NONE));
    assertThat(temporary.resolve("copy/model.bin"))
        .hasSameBinaryContentAs(temporary.resolve("model.bin"));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 5 * BUFFER})
  void noticesAFileThatGrewOrShrankSinceItWasFound(int size) throws IOException {
    Path file = write("model.bin", size);
    SourceTree source = SourceTree.of(file);
    Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
    assertChanged(source, "grown");

    SourceTree grown = SourceTree.of(file);
    write("model.bin", size);
    assertChanged(grown, "shrunk");
  }

  @Test
  void overwritesNothing() throws IOException {
    SourceTree source = SourceTree.of(write("model.bin", 3 * BUFFER));
    Path target = Files.createDirectory(temporary.resolve("copy"));
    Files.writeString(target.resolve("model.bin"), "mine");

    assertThatThrownBy(() -> copy.copy(source.files(), target))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(target.resolve("model.bin")).hasContent("mine");
  }

  private void assertChanged(SourceTree source, String target) {
    CountersignException refused =
        catchThrowableOfType(
            CountersignException.class, () -> copy.copy(source.files(), temporary.resolve(target)));
    assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_INVALID);
    assertThat(refused).hasMessageContaining("changed while it was read");
  }

  private Path write(String name, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(temporary.resolve(name), bytes);
  }
}
