package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyboardTest {
  private final List<String> told = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "Y\n", " yes \n", "n\ny\n"})
  void hearsYes(String typed) {
    assertThat(said(typed)).isTrue();
  }

  @Test
  void answersWhatIsNoYes_andWaitsOn() {
    assertThat(said("n\n\nmaybe\n")).isFalse();

    assertThat(told)
        .hasSize(3)
        .allMatch(line -> line.endsWith("is no answer: type y, or decide on the page"))
        .last()
        .asString()
        .contains("\"maybe\"");
  }

  private boolean said(String typed) {
    try (Keyboard keyboard = new Keyboard(new StringReader(typed), told::add)) {
      return keyboard.saidYes();
    }
  }
}
