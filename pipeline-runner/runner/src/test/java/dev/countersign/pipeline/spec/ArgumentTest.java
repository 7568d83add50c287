package dev.countersign.pipeline.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentTest {
  @ParameterizedTest
  @CsvSource({
    "plain,plain",
    "$HOME,$HOME",
    "a$b,a$b",
    "${inputs.rows},<INPUTS rows>",
    "--to=${outputs.model}/x,--to=<OUTPUTS model>/x",
    "${parameters.a}${parameters.b_2},<PARAMETERS a><PARAMETERS b_2>",
    "$${inputs.rows},${inputs.rows}"
  })
  void expandsPlaceholders(String text, String expanded) {
    assertThat(new Argument(text).expand(p -> "<" + p.kind() + " " + p.name() + ">"))
        .isEqualTo(expanded);
  }

  @Test
  @DisplayName("I9: what is put in is not read again, whatever characters it has")
  void doesNotExpandWhatWasPutIn() {
    assertThat(new Argument("${parameters.a}").expand(p -> "${inputs.b}; rm -rf / $(x)"))
        .isEqualTo("${inputs.b}; rm -rf / $(x)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${", "${}", "${x}", "${inputs}", "${inputs.A}", "${env.PATH}"})
  void refusesOtherPlaceholders(String text) {
    assertThatThrownBy(() -> new Argument(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a placeholder");
  }
}
