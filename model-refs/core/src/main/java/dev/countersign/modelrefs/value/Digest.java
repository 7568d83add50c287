package dev.countersign.modelrefs.value;

import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A SHA-256 digest, written {@code sha256:} and 64 lower-case hexadecimal digits. No other
 * algorithm is accepted, so there is nothing weaker to fall back to.
 *
 * @param hex the 64 digits
 */
public record Digest(String hex) implements Comparable<Digest> {
  private static final String PREFIX = "sha256:";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "\"" + hex + "\" is not a SHA-256 digest; 64 lower-case hexadecimal digits are");
    }
  }

  /**
   * Parses {@code sha256:<64 hexadecimal digits>}.
   *
   * @throws IllegalArgumentException naming the value and the rule
   */
  public static Digest parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a digest; write sha256: and 64 lower-case hexadecimal digits");
    }
    return new Digest(text.substring(PREFIX.length()));
  }

  /** The digest of the given bytes. */
  public static Digest of(byte[] bytes) {
    return new Digest(DigestUtils.sha256Hex(bytes));
  }

  /** The digest that a SHA-256 engine has come to; the engine is reset. */
  public static Digest of(MessageDigest sha256) {
    return new Digest(Hex.encodeHexString(sha256.digest()));
  }

  /** The first twelve digits, for people. */
  public String shortHex() {
    return hex.substring(0, 12);
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  /** {@code sha256:} and the digits. */
  @Override
  public String toString() {
    return PREFIX + hex;
  }
}
