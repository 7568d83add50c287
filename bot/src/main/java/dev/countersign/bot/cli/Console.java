package dev.countersign.bot.cli;

import dev.countersign.bot.text.TerminalText;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The process's channels and its environment, handed in so that tests give their own.
 *
 * @param in what people type
 * @param out data
 * @param err text for people
 */
public record Console(
    Reader in, PrintWriter out, PrintWriter err, Map<String, String> environment) {
  private static final Pattern SPACES = Pattern.compile("(?<! )(?= )|(?<= )(?! )");

  public Console {
    environment = Map.copyOf(environment);
  }

  /** A variable of the environment; empty if unset or blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Tells people something; every line is encoded for a terminal (invariant I8). */
  public void tell(String text) {
    err.println(encoded(text));
    err.flush();
  }

  /** Tells people how something changes; the first character of a line is the diff's mark. */
  public void tellDiff(List<String> lines) {
    lines.forEach(
        line -> err.println(line.isEmpty() ? "" : line.charAt(0) + encodedLine(line.substring(1))));
    err.flush();
  }

  /** Prints a command's text result; every line is encoded for a terminal. */
  void print(String text) {
    out.println(encoded(text));
    out.flush();
  }

  private static String encoded(String text) {
    return text.lines().map(Console::encodedLine).collect(Collectors.joining("\n"));
  }

  /** The encoder folds white space; the spaces of a line are ours (indent, columns) and stay. */
  private static String encodedLine(String line) {
    return SPACES
        .splitAsStream(line)
        .map(part -> part.startsWith(" ") ? part : TerminalText.line(part))
        .collect(Collectors.joining());
  }
}
