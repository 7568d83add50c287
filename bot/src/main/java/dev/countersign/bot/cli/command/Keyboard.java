package dev.countersign.bot.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** Looks whether the person has typed something, without waiting for it. */
final class Keyboard implements AutoCloseable {
  private final BufferedReader lines;

  Keyboard(Reader in) {
    this.lines = new BufferedReader(in);
  }

  /** Whether {@code y} was typed since it was asked last; other lines are passed over. */
  boolean saidYes() {
    try {
      boolean yes = false;
      while (lines.ready()) {
        String line = lines.readLine();
        yes |= line != null && line.strip().equalsIgnoreCase("y");
      }
      return yes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // Standard input belongs to the process.
  }
}
