package dev.countersign.pipeline.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a step's argv. What is put into a placeholder stays inside this word, whatever
 * characters it has. A dollar sign before a placeholder takes its meaning away.
 *
 * @param text as written
 */
public record Argument(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\$\\{|\\{([^}]*)}|\\{)");
  private static final Pattern NAME =
      Pattern.compile("(inputs|outputs|parameters)\\.([a-z][a-z0-9_]{0,62})");

  /**
   * @throws IllegalArgumentException naming the placeholder that has another form
   */
  public Argument {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an argument must not contain the character U+0000");
    }
    scan(text, Argument::none, new ArrayList<>());
  }

  /** The placeholders in order. */
  public List<Placeholder> placeholders() {
    List<Placeholder> found = new ArrayList<>();
    scan(text, Argument::none, found);
    return List.copyOf(found);
  }

  /** The word with every placeholder replaced. */
  public String expand(Function<Placeholder, String> values) {
    return scan(text, values, new ArrayList<>());
  }

  private static String scan(
      String text, Function<Placeholder, String> values, List<Placeholder> found) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int copied = 0;
    while (matcher.find()) {
      out.append(text, copied, matcher.start());
      copied = matcher.end();
      if (matcher.group().equals("$${")) {
        out.append("${");
      } else {
        Placeholder placeholder = parse(matcher.group(), matcher.group(2));
        found.add(placeholder);
        out.append(values.apply(placeholder));
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  private static Placeholder parse(String written, String inside) {
    Matcher name = NAME.matcher(inside == null ? "" : inside);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a placeholder; write ${inputs.NAME}, ${outputs.NAME} or ${parameters.NAME}"
              .formatted(written));
    }
    return new Placeholder(
        Placeholder.Kind.valueOf(name.group(1).toUpperCase(Locale.ROOT)), name.group(2));
  }

  private static String none(Placeholder placeholder) {
    return "";
  }
}
