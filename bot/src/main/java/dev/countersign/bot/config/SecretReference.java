package dev.countersign.bot.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is found: {@code ${env:NAME}} or {@code ${file:PATH}}. The secret itself is never
 * in here, so a reference may be printed (invariant I13).
 *
 * @param name of the variable, or path of the file
 */
public record SecretReference(Source source, String name) {
  private static final Pattern FORM =
      Pattern.compile("\\$\\{(env|file):([^{}\\p{Cntrl}]{1,1000})}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** What keeps the secret. */
  public enum Source {
    /** A variable of the process's environment. */
    ENV,
    /** A file; white space around its content does not count. */
    FILE
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException whose message leaves the text out, which may be a secret
   */
  public static SecretReference parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "must be ${env:NAME} or ${file:PATH}, so that no secret stands in the repository");
    }
    Source source = Source.valueOf(form.group(1).toUpperCase(Locale.ROOT));
    if (source == Source.ENV && !VARIABLE.matcher(form.group(2)).matches()) {
      throw new IllegalArgumentException(
          "\"" + form.group(2) + "\" is not the name of an environment variable");
    }
    return new SecretReference(source, form.group(2));
  }

  @Override
  public String toString() {
    return "${" + source.name().toLowerCase(Locale.ROOT) + ":" + name + "}";
  }
}
