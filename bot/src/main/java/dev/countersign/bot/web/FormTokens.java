package dev.countersign.bot.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Tokens against cross-site request forgery: each form carries a keyed hash of the visitor's cookie
 * (OWASP's signed double submit). The key is made at the start and kept in memory, so pages of an
 * earlier process have to be loaded again. Thread-safe.
 */
final class FormTokens {
  private static final Pattern VISITOR = Pattern.compile("[0-9a-f]{64}");

  private final SecureRandom random = new SecureRandom();
  private final HmacUtils hmac;

  FormTokens() {
    this.hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, bytes());
  }

  /** The visitor that a cookie names, or a new one if it is no cookie of ours. */
  String visitor(Optional<String> cookie) {
    return cookie
        .filter(value -> VISITOR.matcher(value).matches())
        .orElseGet(() -> Hex.encodeHexString(bytes()));
  }

  /** The token for a visitor's forms. */
  String token(String visitor) {
    return hmac.hmacHex(visitor);
  }

  /** Whether a token belongs to a cookie; takes the same time for every wrong one. */
  boolean belong(Optional<String> cookie, String token) {
    return cookie
        .filter(value -> VISITOR.matcher(value).matches())
        .map(
            value ->
                MessageDigest.isEqual(
                    token(value).getBytes(StandardCharsets.UTF_8),
                    token.getBytes(StandardCharsets.UTF_8)))
        .orElse(false);
  }

  private byte[] bytes() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }
}
