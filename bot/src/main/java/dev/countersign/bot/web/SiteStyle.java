package dev.countersign.bot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the site's pages need beyond the style sheet that all pages share. */
final class SiteStyle {
  private static final String TEXT = read();

  private SiteStyle() {}

  static String text() {
    return TEXT;
  }

  private static String read() {
    try (InputStream css =
        Objects.requireNonNull(SiteStyle.class.getResourceAsStream("site.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
