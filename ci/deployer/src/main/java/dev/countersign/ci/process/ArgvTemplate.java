package dev.countersign.ci.process;

import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.json.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program and its arguments with placeholders such as {@code {port}}. A placeholder is replaced
 * inside its argument; a value never becomes two arguments and is never seen by a shell.
 */
record ArgvTemplate(List<String> arguments) {
  /** Every placeholder there is. */
  static final Set<String> PLACEHOLDERS =
      Set.of(
          "port",
          "reference",
          "store",
          "stateDir",
          "java",
          "model",
          "environment",
          "version",
          "digest");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

  ArgvTemplate {
    arguments = List.copyOf(arguments);
  }

  /** What is wrong with an argv, if anything. */
  static List<Problem> problems(List<String> argv) {
    List<Problem> problems = new ArrayList<>();
    if (argv.isEmpty()) {
      problems.add(new Problem("argv", "is missing; name the program and its arguments"));
    } else if (argv.stream().noneMatch(argument -> argument.contains("{port}"))) {
      problems.add(
          new Problem("argv", "does not pass \"{port}\", the port the app is to listen on"));
    }
    for (int i = 0; i < argv.size(); i++) {
      Matcher placeholders = PLACEHOLDER.matcher(argv.get(i));
      while (placeholders.find()) {
        String name = placeholders.group(1);
        if (!PLACEHOLDERS.contains(name)) {
          problems.add(new Problem("argv[" + i + "]", unknown(name)));
        }
      }
    }
    return problems;
  }

  private static String unknown(String name) {
    String suggestion = Suggestion.of(name, PLACEHOLDERS);
    return "\"{%s}\" is not a placeholder%s"
        .formatted(
            name,
            suggestion.isEmpty()
                ? "; there are " + String.join(", ", new TreeSet<>(PLACEHOLDERS))
                : suggestion);
  }

  /** The arguments with every placeholder replaced. */
  List<String> fill(Map<String, String> values) {
    return arguments.stream().map(argument -> fill(argument, values)).toList();
  }

  private static String fill(String argument, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(argument)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }
}
