package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(
          Reader.nullReader(),
          new PrintWriter(out),
          new PrintWriter(err),
          Map.of("TOKEN", "x", "EMPTY", " "));

  @Test
  void keepsDataAndTextForPeopleApart() {
    console.print("data");
    console.tell("text");

    assertThat(out).hasToString("data\n");
    assertThat(err).hasToString("text\n");
  }

  @Test
  @DisplayName("I8: text from a run cannot steer the terminal, our own indent stays")
  void encodesEveryLine() {
    console.tell("two lines\n  - model \u001b[2Jcleared\u0007");

    assertThat(err.toString().lines().toList().get(0)).isEqualTo("two lines");
    assertThat(err.toString().lines().toList().get(1)).startsWith("  - model ");
    assertThat(err.toString()).doesNotContain("\u001b", "\u0007");
  }

  @Test
  void aBlankVariableIsNone() {
    assertThat(console.variable("TOKEN")).contains("x");
    assertThat(console.variable("EMPTY")).isEmpty();
    assertThat(console.variable("MISSING")).isEmpty();
  }
}
