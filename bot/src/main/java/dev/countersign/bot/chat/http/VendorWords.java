package dev.countersign.bot.chat.http;

import dev.countersign.bot.text.PlainText;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.bot.transport.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says what a chat answered, without the secrets that an answer may repeat. */
public final class VendorWords {
  private VendorWords() {}

  /**
   * One sentence: the host, the status, the vendor's own text.
   *
   * @param secrets addresses and tokens; their paths and queries count as secret too
   */
  public static String of(String host, RemoteFailure failure, Collection<Secret> secrets) {
    if (failure.status() == 0) {
      String why =
          failure.cause().map(cause -> cause.getClass().getSimpleName()).orElse("no reason known");
      return clean("%s gave no answer (%s)".formatted(host, why), secrets);
    }
    String said = failure.isWebPage() ? "a web page" : failure.body().strip();
    String words = "%s answered %d".formatted(host, failure.status());
    return clean(said.isEmpty() ? words : words + ": " + said, secrets);
  }

  /** A vendor's text as one line, each secret in it replaced. */
  public static String clean(String text, Collection<Secret> secrets) {
    String clean = text;
    for (String secret : parts(secrets)) {
      clean = clean.replace(secret, "***");
    }
    return PlainText.of(clean);
  }

  /** Longest first, so that no remains of an address are left. */
  private static List<String> parts(Collection<Secret> secrets) {
    List<String> parts = new ArrayList<>();
    for (Secret secret : secrets) {
      parts.add(secret.reveal());
      if (secret.reveal().contains("://")) {
        URI uri = URI.create(secret.reveal());
        addLong(parts, uri.getRawPath() + "?" + uri.getRawQuery());
        addLong(parts, uri.getRawPath());
        addLong(parts, String.valueOf(uri.getRawQuery()));
      }
    }
    return parts;
  }

  private static void addLong(List<String> parts, String part) {
    if (part.length() >= 8) {
      parts.add(part);
    }
  }
}
