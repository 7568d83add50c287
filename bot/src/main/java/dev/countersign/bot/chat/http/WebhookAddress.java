package dev.countersign.bot.chat.http;

import dev.countersign.bot.transport.Secret;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.util.Set;

/** Reads a secret as the address of a webhook. */
final class WebhookAddress {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private WebhookAddress() {}

  static URI parse(Secret secret) {
    try {
      URI uri = URI.create(secret.reveal());
      boolean safe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
      if (safe && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static CountersignException invalid() {
    return new CountersignException(
        ErrorCode.CONFIGURATION_INVALID, "its secret is not an https address");
  }
}
