package dev.countersign.bot.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places to fill, written {@code <<name>>}. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("<<([a-zA-Z]+)>>");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /** The one that is shipped under a name. */
  static Template of(String name) {
    try (InputStream in = Template.class.getResourceAsStream("/init/" + name)) {
      return new Template(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with every place filled once; what fills it is not looked at again. */
  String filled(Map<String, String> values) {
    Matcher place = PLACE.matcher(text);
    return place.replaceAll(
        found ->
            Matcher.quoteReplacement(
                Objects.requireNonNull(values.get(found.group(1)), found.group(1))));
  }

  /** A YAML scalar in single quotes: nothing in it has a meaning but the quote itself. */
  static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
