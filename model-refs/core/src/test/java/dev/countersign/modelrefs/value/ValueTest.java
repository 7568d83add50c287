package dev.countersign.modelrefs.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
  private static final String HEX =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void parsesAndPrintsADigest() {
    Digest digest = Digest.parse("sha256:" + HEX);

    assertThat(digest).isEqualTo(Digest.of(new byte[0])).hasToString("sha256:" + HEX);
    assertThat(digest.shortHex()).isEqualTo("e3b0c44298fc");
  }

  @ParameterizedTest
  @DisplayName("Fault row 11: no other algorithm, length or case is a digest")
  @ValueSource(
      strings = {
        "",
        "sha256:",
        "sha256:00",
        "sha1:" + HEX,
        "md5:" + HEX,
        HEX,
        "SHA256:" + HEX,
        "sha256:" + HEX + "0",
        " sha256:" + HEX,
        "sha256:" + HEX + "\n",
        "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "sha256:g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void refusesWhatIsNotADigest(String text) {
    assertThatThrownBy(() -> Digest.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 lower-case hexadecimal digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "diamonds-price", "x--y"})
  void acceptsNames(String name) {
    assertThat(new ModelName(name)).hasToString(name);
    assertThat(new EnvironmentName(name)).hasToString(name);
  }

  @ParameterizedTest
  @DisplayName(
      "Fault row 30: names are from a safe alphabet, so branches and paths made of them are")
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-",
        "A",
        "ä",
        "a_b",
        "a.b",
        "a/b",
        "../a",
        "a b",
        "$(x)",
        "a;b",
        "a\n",
        "-rf",
        "deployments",
        "outcomes",
        "assets",
        "revoke",
        "ı"
      })
  void refusesOtherNames(String name) {
    assertThatThrownBy(() -> new ModelName(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EnvironmentName(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void acceptsNamesOf63Characters_andNoLonger() {
    assertThat(new ModelName("a".repeat(63)).value()).hasSize(63);
    assertThatThrownBy(() -> new ModelName("a".repeat(64))).hasMessageContaining("1 to 63");
  }

  @Test
  void knowsWhereALineLies() {
    ModelEnvironment line = ModelEnvironment.parse("diamonds-price/production");

    assertThat(line.referencePath())
        .isEqualTo("model-refs/diamonds-price/production/model-reference.json");
    assertThat(line.branch()).isEqualTo("countersign/diamonds-price/production");
    assertThat(ModelEnvironment.ofReferencePath(line.referencePath())).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model-refs/a/model-reference.json",
        "model-refs/a/b/c/model-reference.json",
        "x/model-refs/a/b/model-reference.json",
        "model-refs/a/b/model-reference.sig.json",
        "model-refs/revoked.json"
      })
  void knowsWhatIsNoReference(String path) {
    assertThat(ModelEnvironment.isReferencePath(path)).isFalse();
    assertThatThrownBy(() -> ModelEnvironment.ofReferencePath(path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"PATCH, 1.2.4", "MINOR, 1.3.0", "MAJOR, 2.0.0"})
  void raisesAVersion(ModelVersion.Bump bump, String next) {
    assertThat(ModelVersion.parse("1.2.3").next(bump)).hasToString(next);
  }

  @Test
  void ordersVersionsByNumber_notByText() {
    assertThat(Stream.of("1.10.0", "1.9.9", "2.0.0", "1.9.10").map(ModelVersion::parse).sorted())
        .extracting(ModelVersion::toString)
        .containsExactly("1.9.9", "1.9.10", "1.10.0", "2.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.0",
        "1.0.0.0",
        "v1.0.0",
        "01.0.0",
        "1.0.0-rc1",
        "1.0.0+b",
        "-1.0.0",
        "1.0.1234567890",
        "١.٠.٠",
        "1.0.0\n"
      })
  void refusesWhatIsNotAVersion(String text) {
    assertThatThrownBy(() -> ModelVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("three numbers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "HEAD",
        "4f2a4f2a4f2a4f2a4f2a4f2a4f2a4f2a4f2a4f2",
        "4F2A4f2a4f2a4f2a4f2a4f2a4f2a4f2a4f2a4f2a",
        "main"
      })
  void refusesShortCommits(String text) {
    assertThatThrownBy(() -> new CommitId(text)).hasMessageContaining("all 40");
  }
}
