package dev.countersign.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** HTML, commit messages and titles, terminal. */
class OtherSinksTest {
  @DisplayName("Fault row 26: no mixture becomes HTML or leaves an attribute")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void htmlHasNoMarkup(String text) {
    assertThat(HtmlText.of(text)).doesNotContain("<", ">", "\"", "'", "\n", "\r");
    assertThat(HtmlText.lines(List.of(text, text)).lines()).hasSize(2);
  }

  @DisplayName("Fault row 30: a commit message is one harmless line")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void commitLinesAreHarmless(String text) {
    assertThat(CommitText.line(text))
        .doesNotContainPattern("^[-/#\\s(]")
        .doesNotContainPattern("[\\p{Cntrl}\\[\\]]")
        .doesNotContainPattern("[@#!~%&$][\\p{L}\\p{N}]")
        .doesNotContainPattern("GH-[0-9]")
        .doesNotContainPattern("(?i)^draft:");
    assertThat(CommitText.title(text)).hasSizeLessThanOrEqualTo(120);
  }

  @DisplayName("Fault row 30: titles keep shell signs as literals, without line breaks or options")
  @ParameterizedTest
  @CsvSource({
    "'$(id); x', '$(id); x'",
    "'--upload-pack=x', upload-pack=x",
    "'a\nSigned-off-by: b', 'a Signed-off-by: b'",
    "'Draft: x', 'Draft  x'",
    "'x [skip ci]', 'x ‹skip ci›'",
    "'Fixes #1', 'Fixes # 1'",
    "'on 2026-11-20', 'on 2026-11-20'"
  })
  void titles(String text, String encoded) {
    assertThat(CommitText.title(text)).isEqualTo(encoded);
  }

  @DisplayName("Fault row 30: a branch is built from names of a safe alphabet only")
  @Test
  void branchNamesAreSafe() {
    assertThat(HostileText.samples())
        .filteredOn(text -> !text.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"))
        .allSatisfy(
            text ->
                org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                    .isThrownBy(() -> ModelEnvironment.of(text, "production").branch()));
    assertThat(ModelEnvironment.of("diamonds-price", "production").branch())
        .isEqualTo("countersign/diamonds-price/production");
  }

  @ParameterizedTest(name = "sample {index}")
  @DisplayName("Fault row 32: a line of a log is no workflow command, and moves no cursor")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void terminalLinesHaveNoEscapesAndNoWorkflowCommands(String text) {
    assertThat(TerminalText.line(text))
        .doesNotContainPattern("\\p{Cntrl}")
        .doesNotContain("::", "##[", "\u009B");
  }
}
