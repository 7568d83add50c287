package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InertTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/merge",
        "text\n/approve",
        "text\r/close",
        "text\r\n/close",
        "  /merge",
        "\t/merge",
        "\f/merge",
        "\u000b/merge",
        "\u00a0/merge",
        "\u200b/merge",
        "text\u2028/merge",
        "text\u0085/merge",
        "```\n/merge\n```",
        "<details>\n/assign @all\n</details>"
      })
  @DisplayName("Fault row 24: no line starts with a slash, whatever ends lines or goes before it")
  void noLineStartsWithASlash(String hostile) {
    assertThat(InertText.of(hostile).lines())
        .noneMatch(line -> line.matches("[\\p{Z}\\p{Cf}\\t\\x0B\\f]*/.*"))
        .anyMatch(line -> line.contains("&#47;"));
  }

  @Test
  void leavesOtherTextAlone() {
    String text = "# Heading\n\na / b\n- /uploads/1/x.png\n![p](/uploads/1/x.png)\n<!-- mark -->";

    assertThat(InertText.of(text)).isEqualTo(text);
  }

  @Test
  void isWhatGitLabKeeps_soNothingDiffersAfterwards() {
    assertThat(InertText.of("one\r\ntwo \n\n")).isEqualTo("one\ntwo");
  }

  @Test
  @DisplayName("Fault row 24: of a hundred thousand texts of nasty signs, none gets through")
  void holdsForAnyMixOfNastySigns() {
    Random random = new Random(7);
    String signs = "/\n\r \t\u00a0\u200b\u2028\u2029\u0085`<>-am";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String inert = InertText.of(text.toString());
      assertThat(inert).doesNotContainPattern("(?m)^[\\p{Z}\\p{Cf}\\t]*/").doesNotContain("\r");
      assertThat(InertText.of(inert)).isEqualTo(inert);
    }
  }
}
