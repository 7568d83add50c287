package dev.countersign.bot.web;

import dev.countersign.bot.text.LinkTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the site, as paths. */
final class Links {
  static final String LIST = "/merge-requests";
  static final String STYLE = "/style.css";

  private Links() {}

  static LinkTarget list() {
    return target(LIST);
  }

  static LinkTarget style() {
    return target(STYLE);
  }

  static LinkTarget request(long number) {
    return target(LIST + "/" + number);
  }

  static LinkTarget action(long number, String action) {
    return target(LIST + "/" + number + "/" + action);
  }

  /** The page of a merge request after a decision, as the same person, where they decided. */
  static String after(long number, String acting, String done) {
    return LIST + "/" + number + "?as=" + encoded(acting) + "&done=" + encoded(done) + "#decide";
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static LinkTarget target(String path) {
    return new LinkTarget(path);
  }
}
