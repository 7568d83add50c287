package dev.countersign.modelrefs.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactPathTest {
  static List<String> unportable() {
    return List.of(
        "",
        "/",
        "/etc/passwd",
        "../x",
        "../../x",
        "a/../b",
        "a/..",
        "..",
        ".",
        "./a",
        "a/./b",
        "a//b",
        "a/",
        "C:\\x",
        "C:/x",
        "c:x",
        "a\\b",
        "\\\\server\\share",
        "%2e%2e/x",
        "%2e%2e%2fx",
        "a\0b",
        "a\nb",
        "a\rb",
        "a\tb",
        "\u001b[31m",
        "a\u007f",
        "a\u0085b",
        "a\u200bb",
        "a\u202eb",
        "a\u2066b",
        "\uFEFFa",
        "a.",
        "a ",
        "a./b",
        "a /b",
        "CON",
        "con",
        "Con.txt",
        "nul",
        "x/NUL.bin",
        "aux",
        "prn.ubj",
        "com1",
        "LPT9.json",
        "file:///x",
        "a:b",
        "u\u0308ber",
        "x".repeat(256),
        "é".repeat(128),
        "a/".repeat(512) + "a");
  }

  @ParameterizedTest
  @MethodSource("unportable")
  @DisplayName("Fault row 14: paths that leave the folder or are not portable are refused")
  void refusesPathsThatLeaveTheFolderOrAreNotPortable(String path) {
    assertThatThrownBy(() -> new ArtifactPath(path))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .as("the message shows no control or format character")
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
                    .hasSizeLessThan(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.ubj",
        "a/b/c",
        "..a",
        ".hidden",
        "größe.json",
        "模型/权重.bin",
        "console.txt",
        "a b",
        "x/con1",
        "COM10",
        "-rf",
        "$(touch x)",
        "a;b",
        "'",
        "\"",
        "#1",
        "@all"
      })
  void acceptsWhatEveryFileSystemCanHold(String path) {
    assertThat(new ArtifactPath(path).value()).isEqualTo(path);
  }

  @Test
  void sortsByTheBytesOfUtf8_notByUtf16() {
    ArtifactPath emoji = new ArtifactPath("\uD83D\uDE00");
    ArtifactPath compatibility = new ArtifactPath("\uFF5E");

    assertThat(Stream.of(emoji, compatibility).sorted()).containsExactly(compatibility, emoji);
    assertThat(Stream.of(new ArtifactPath("a/b"), new ArtifactPath("a-b")).sorted())
        .extracting(ArtifactPath::value)
        .containsExactly("a-b", "a/b");
  }
}
