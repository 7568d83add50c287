package dev.countersign.bot.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Looks whether the person has typed something, without waiting for it. */
final class Keyboard implements AutoCloseable {
  private final BufferedReader lines;
  private final Consumer<String> terminal;

  /**
   * @param terminal is told that a line means nothing
   */
  Keyboard(Reader in, Consumer<String> terminal) {
    this.terminal = terminal;
    this.lines = new BufferedReader(in);
  }

  /** Whether {@code y} was typed since it was asked last; other lines are answered. */
  boolean saidYes() {
    try {
      boolean yes = false;
      while (lines.ready()) {
        String line = lines.readLine();
        if (line == null) {
          return yes;
        }
        yes |= isYes(line.strip());
      }
      return yes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isYes(String answer) {
    boolean yes = answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    if (!yes) {
      terminal.accept("   \"%s\" is no answer: type y, or decide on the page".formatted(answer));
    }
    return yes;
  }

  @Override
  public void close() {
    // Standard input belongs to the process.
  }
}
