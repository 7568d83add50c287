package dev.countersign.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  @Test
  void joinsLines() {
    assertThat(PlainText.of(" a\r\n\tb\u2028c\u0085d\u00A0 e ")).isEqualTo("a b c d e");
  }

  @DisplayName("Fault row 29: what cannot be seen is shown")
  @ParameterizedTest
  @CsvSource({
    "'a\u202Eb', a‹U+202E›b",
    "'a\u200Bb', a‹U+200B›b",
    "'a\u0000b', a‹U+0000›b",
    "'a\u001B[31m', a‹U+001B›[31m",
    "'a\u009Bb', a‹U+009B›b",
    "'a\uFEFFb', a‹U+FEFF›b",
    "'a\u3164b', a‹U+3164›b",
    "'a\uDB40\uDC41b', a‹U+E0041›b"
  })
  void showsInvisibleCharacters(String hostile, String shown) {
    assertThat(PlainText.of(hostile)).isEqualTo(shown);
  }

  @DisplayName("Fault row 29: names that mix alphabets are suspect")
  @Test
  void suspectsLookalikes() {
    assertThat(Lookalikes.suspects("аccuracy")).as("a Cyrillic a").isTrue();
    assertThat(Lookalikes.suspects("rm\u200Bse")).isTrue();
    assertThat(Lookalikes.suspects("rmse")).isFalse();
    assertThat(Lookalikes.suspects("точность")).isFalse();
    assertThat(Lookalikes.suspects("résumé score")).isFalse();
  }

  @Test
  void cutsLongText() {
    String cut = PlainText.of("x".repeat(5000));
    assertThat(cut).hasSize(PlainText.MAX_LENGTH + 1).endsWith("…");
    assertThat(PlainText.of("y".repeat(PlainText.MAX_LENGTH))).hasSize(PlainText.MAX_LENGTH);
  }

  @Test
  void leavesGoodTextAlone() {
    assertThat(PlainText.of("R² on test rows, 5 % – é 漢字 👍"))
        .isEqualTo("R² on test rows, 5 % – é 漢字 👍");
  }
}
