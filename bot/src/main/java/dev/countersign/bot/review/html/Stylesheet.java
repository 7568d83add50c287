package dev.countersign.bot.review.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The one style sheet of all pages; dark and light, narrow and wide, screen and print. */
public final class Stylesheet {
  private static final String TEXT = read();

  private Stylesheet() {}

  /** The CSS text. */
  public static String text() {
    return TEXT;
  }

  private static String read() {
    try (InputStream css =
        Objects.requireNonNull(Stylesheet.class.getResourceAsStream("stylesheet.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
