package dev.countersign.bot.forge.github;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository on GitHub. */
public record RepositoryName(String owner, String name) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,38})/([A-Za-z0-9._-]{1,100})");

  public RepositoryName {
    if (!FORM.matcher(owner + "/" + name).matches() || name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException(
          "\"%s/%s\" is not a repository; give it as OWNER/NAME".formatted(owner, name));
    }
  }

  /**
   * Reads {@code OWNER/NAME}.
   *
   * @throws IllegalArgumentException for any other form
   */
  public static RepositoryName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a repository; give it as OWNER/NAME");
    }
    return new RepositoryName(matcher.group(1), matcher.group(2));
  }

  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
