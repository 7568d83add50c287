package dev.countersign.bot.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.Set;

/** Decides which requests are answered at all, and sets the headers that guard the answers. */
final class RequestGuard {
  static final String TOKEN = "token";

  private static final String COOKIE = "countersign-visitor";
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data:; style-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final FormTokens tokens = new FormTokens();
  private volatile Set<String> hosts = Set.of();

  /**
   * Says under which names, with port, the site is reached; the port is known after the start. None
   * before that.
   */
  void answerTo(Set<String> names) {
    hosts = Set.copyOf(names);
  }

  /** Sets the headers of every answer. */
  void guard(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    // With "no-referrer" browsers send "Origin: null" from our own forms (Fetch, 3.2).
    context.header("Referrer-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
  }

  /** Refuses a request that was meant for another name: DNS rebinding. */
  void checkHost(Context context) {
    String host = Optional.ofNullable(context.header("Host")).orElse("");
    if (!hosts.contains(host)) {
      throw new Refusal(
          421, "This page does not answer to that name", "It answers to one of: " + names() + ".");
    }
  }

  /** Refuses a change that was not asked for by a form of this site. */
  void checkForm(Context context) {
    String origin = Optional.ofNullable(context.header("Origin")).orElse("");
    if (hosts.stream().noneMatch(host -> origin.equals("http://" + host))) {
      throw new Refusal(
          403, "Not from this page", "A decision must come from a form of this page itself.");
    }
    String token = Optional.ofNullable(context.formParam(TOKEN)).orElse("");
    if (!tokens.belong(cookie(context), token)) {
      throw new Refusal(
          403,
          "The form is out of date",
          "The page was restarted, or cookies are off. Go back, reload, and decide again.");
    }
  }

  /** The token for the forms of a page, which belongs to the visitor's cookie. */
  String token(Context context) {
    String visitor = tokens.visitor(cookie(context));
    Cookie cookie = new Cookie(COOKIE, visitor);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    context.cookie(cookie);
    return tokens.token(visitor);
  }

  private String names() {
    return String.join(", ", hosts.stream().sorted().toList());
  }

  private static Optional<String> cookie(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE));
  }
}
