package dev.countersign.bot.forge.github;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/** Keys of GitHub Apps. */
public final class AppKeys {
  /** What PKCS #8 puts before a 2048-bit PKCS #1 key. */
  private static final int PKCS8_HEAD = 26;

  private AppKeys() {}

  /** A new one. */
  public static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** As {@code openssl genpkey} writes it. */
  static String pkcs8(KeyPair pair) {
    return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** As GitHub gives it. */
  public static String pkcs1(KeyPair pair) {
    byte[] der = pair.getPrivate().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(der, PKCS8_HEAD, der.length));
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
  }
}
