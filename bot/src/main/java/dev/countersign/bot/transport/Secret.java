package dev.countersign.bot.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A token, key or password. Never printed (invariant I13) and compared in constant time only. */
public final class Secret {
  private final String value;

  /**
   * @param value not blank; white space around it, such as a file's last line break, is dropped
   */
  public Secret(String value) {
    this.value = value.strip();
    if (this.value.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
  }

  /** The secret itself; for the transport only. */
  public String reveal() {
    return value;
  }

  /** Whether somebody else sent the same secret; takes as long for a wrong one. */
  public boolean matches(String presented) {
    return MessageDigest.isEqual(bytes(value), bytes(presented));
  }

  /** A text in which the secret is replaced by {@code ***}. */
  public String removedFrom(String text) {
    return text.replace(value, "***");
  }

  @Override
  public String toString() {
    return "***";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
