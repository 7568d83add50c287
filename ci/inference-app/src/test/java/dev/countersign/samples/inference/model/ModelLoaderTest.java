package dev.countersign.samples.inference.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.samples.inference.SampleModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLoaderTest {
  @TempDir Path folder;
  private Path files;
  private ModelReference reference;
  private final List<byte[]> loaded = new ArrayList<>();
  private final ModelLoader loader =
      new ModelLoader(
          bytes -> {
            loaded.add(bytes);
            return rows -> List.of();
          });

  @BeforeEach
  void writeModel() throws Exception {
    files = SampleModel.write(folder.resolve("model"));
    reference = SampleModel.reference(SampleModel.store(folder.resolve("store"), files));
  }

  @Test
  @DisplayName("I3: the digest reported is that of the bytes that the library was given")
  void reportsTheDigestOfWhatItLoaded() throws IOException {
    ServedModel model = loader.load(reference, files);

    assertThat(model.loaded()).isEqualTo(ArtifactDigester.ofProcessors().digest(files).digest());
    assertThat(loaded).singleElement().isEqualTo(Files.readAllBytes(files.resolve("model.ubj")));
  }

  @Test
  @DisplayName("I3, fault row 1: a flipped bit is refused, and the library never sees the bytes")
  void refusesAFlippedBit() throws IOException {
    Path model = files.resolve("model.ubj");
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length / 2] ^= 1;
    Files.write(model, bytes);
    Digest actual = ArtifactDigester.ofProcessors().digest(files).digest();

    assertRefused(
        "the model in \"%s\" is not artifact \"%s\": the bytes read have \"%s\""
            .formatted(files, reference.artifact().digest(), actual));
  }

  @Test
  @DisplayName("Fault row 1: a truncated file is refused")
  void refusesATruncatedFile() throws IOException {
    Path model = files.resolve("model.ubj");
    byte[] bytes = Files.readAllBytes(model);
    Files.write(model, java.util.Arrays.copyOf(bytes, bytes.length - 1));

    assertRefused("the bytes read have");
  }

  @Test
  @DisplayName("Fault row 8: an extra file is refused")
  void refusesAnExtraFile() throws IOException {
    Files.createFile(files.resolve("extra"));

    assertRefused("the bytes read have");
  }

  @Test
  @DisplayName("Fault row 8: a renamed file is refused, though its bytes are the same")
  void refusesARenamedFile() throws IOException {
    Files.move(files.resolve("model.ubj"), files.resolve("Model.ubj"));

    assertRefused("the bytes read have");
  }

  @Test
  @DisplayName("Fault rows 8, 16: a link is refused, though it leads to the same bytes")
  void refusesALink() throws IOException {
    Path elsewhere = Files.move(files.resolve("model.ubj"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(files.resolve("model.ubj"), elsewhere);

    assertRefused("is neither a file nor a folder");
  }

  @Test
  void readsNoMoreThanTheArtifactHas() throws IOException {
    Files.write(files.resolve("large"), new byte[1 << 20]);

    assertRefused("there is more than its " + reference.artifact().sizeBytes() + " bytes");
  }

  @Test
  void saysThatThereIsNoModel() {
    assertThatThrownBy(() -> loader.load(reference, folder.resolve("nowhere")))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ARTIFACT_MISSING));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> loader.load(reference, files))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DIGEST_MISMATCH))
        .hasMessageContaining(message);
    assertThat(loaded).isEmpty();
  }
}
