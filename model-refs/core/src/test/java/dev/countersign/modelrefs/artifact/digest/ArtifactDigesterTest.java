package dev.countersign.modelrefs.artifact.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactDigesterTest {
  @TempDir Path temporary;
  private Path source;
  private final ArtifactDigester digester = new ArtifactDigester(3);

  @BeforeEach
  void makeSource() throws IOException {
    source = Files.createDirectory(temporary.resolve("model"));
    write("model.ubj", "weights");
    write("schema/input.json", "{}");
  }

  @Test
  void makesTheManifestThatTheSpecificationDescribes() {
    ArtifactManifest manifest = digester.digest(source);

    // printf weights | sha256sum; printf '{}' | sha256sum
    String canonical =
        "[{\"path\":\"model.ubj\",\"sha256\":"
            + "\"9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c\",\"sizeBytes\":7},"
            + "{\"path\":\"schema/input.json\",\"sha256\":"
            + "\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\","
            + "\"sizeBytes\":2}]";
    assertThat(manifest.digest()).isEqualTo(Digest.of(canonical.getBytes(UTF_8)));
  }

  @Test
  void namesASingleFileByItsOwnName() {
    ArtifactManifest manifest = digester.digest(source.resolve("model.ubj"));

    assertThat(manifest.files())
        .extracting(file -> file.path().value())
        .containsExactly("model.ubj");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void givesTheSameManifest_withAnyNumberOfThreads(int threads) throws IOException {
    for (int i = 0; i < 40; i++) {
      write("shard-" + i, "x".repeat(i * 1000));
    }
    byte[] large = new byte[5 << 20];
    Arrays.fill(large, (byte) 'y');
    Files.write(source.resolve("large"), large);

    ArtifactManifest manifest = new ArtifactDigester(threads).digest(source);

    assertThat(manifest).isEqualTo(new ArtifactDigester(4).digest(source));
    assertThat(manifest.files())
        .filteredOn(file -> file.path().value().equals("large"))
        .extracting(file -> file.sha256())
        .containsExactly(Digest.of(large));
  }

  @Test
  void tellsHowFarItHasCome() throws IOException {
    Files.write(source.resolve("large"), new byte[3 << 20]);
    Map<String, Long> seen = new ConcurrentHashMap<>();

    digester.digest(source, (file, bytes) -> seen.merge(file.value(), bytes, Long::sum));

    assertThat(seen)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("large", 3L << 20, "model.ubj", 7L, "schema/input.json", 2L));
  }

  @Test
  @DisplayName("Fault row 8: links and empty folders are refused, all of them by name")
  void refusesLinksAndEmptyFolders_allByName() throws IOException {
    Files.createSymbolicLink(source.resolve("link"), source.resolve("model.ubj"));
    Files.createSymbolicLink(source.resolve("linked-folder"), temporary);
    Files.createDirectories(source.resolve("a/empty"));

    assertThat(refusal(ErrorCode.PATH_REFUSED))
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "link: is a symbolic link",
            "linked-folder: is a symbolic link",
            "a/empty: is an empty folder, which a manifest cannot name");
  }

  @Test
  @DisplayName("Fault row 8: names that differ only by case are refused")
  void refusesNamesThatDifferOnlyByCase() throws IOException {
    write("Model.UBJ", "other weights");

    assertThatThrownBy(() -> digester.digest(source))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("differs from another one only by case");
  }

  @ParameterizedTest
  @DisplayName("Fault row 14: names that are not portable are refused")
  @ValueSource(strings = {"a:b", "con.txt", "a\\b", "ends.", "%2e%2e"})
  void refusesNamesThatAreNotPortable(String name) throws IOException {
    write(name, "x");

    assertThat(refusal(ErrorCode.PATH_REFUSED)).hasSize(1);
  }

  @Test
  void refusesAnEmptyFolder_andASourceThatIsALinkOrMissing() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    Path link = Files.createSymbolicLink(temporary.resolve("latest"), source);

    assertThatThrownBy(() -> digester.digest(empty)).hasMessageContaining("cannot hold");
    assertThatThrownBy(() -> digester.digest(link)).hasMessageContaining("is a symbolic link");
    assertThatThrownBy(() -> digester.digest(temporary.resolve("nothing")))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void noticesAFileThatChangesWhileItIsRead() throws IOException {
    Path growing = Files.write(source.resolve("growing"), new byte[2 << 20]);
    AtomicBoolean changed = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                digester.digest(
                    source,
                    (file, bytes) -> {
                      if (file.value().equals("growing") && changed.compareAndSet(false, true)) {
                        append(growing);
                      }
                    }))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID))
        .hasMessageContaining("changed while it was read");
  }

  private List<Problem> refusal(ErrorCode code) {
    CountersignException refused =
        catchThrowableOfType(CountersignException.class, () -> digester.digest(source));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    return refused.problems();
  }

  private static void append(Path file) {
    try {
      Files.writeString(file, "more", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String path, String content) throws IOException {
    Path file = source.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
