package dev.countersign.bot.cli;

import java.io.PrintWriter;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;

/**
 * The process's channels and its environment, handed in so that tests give their own.
 *
 * @param in what people type
 * @param out data
 * @param err text for people
 */
public record Console(
    Reader in, PrintWriter out, PrintWriter err, Map<String, String> environment) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /** A variable of the environment; empty if unset or blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Tells people a line. */
  public void tell(String line) {
    err.println(line);
    err.flush();
  }
}
