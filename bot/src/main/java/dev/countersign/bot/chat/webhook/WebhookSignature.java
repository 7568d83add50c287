package dev.countersign.bot.chat.webhook;

import dev.countersign.bot.transport.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a webhook: HMAC-SHA256 over {@code id.timestamp.body}, in Base64 behind {@code v1,}.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks">Standard Webhooks 1.0</a>
 */
final class WebhookSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  private WebhookSignature() {}

  /** The three headers of a message. */
  static Map<String, String> headers(Secret secret, String id, Instant at, byte[] body) {
    String timestamp = Long.toString(at.getEpochSecond());
    ByteArrayOutputStream signed = new ByteArrayOutputStream(body.length + 80);
    signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(body);
    String signature =
        Base64.getEncoder().encodeToString(hmac(key(secret.reveal()), signed.toByteArray()));
    return Map.of(
        "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", "v1," + signature);
  }

  /** Base64 behind the specification's prefix; any other secret is its own bytes. */
  private static byte[] key(String secret) {
    return secret.startsWith(PREFIX)
        ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
