package dev.countersign.modelrefs.git.signing;

import java.util.Arrays;
import java.util.Base64;

/**
 * The private key file of OpenSSH (PROTOCOL.key), without a passphrase: magic, cipher {@code none},
 * one key, and a private section padded to eight bytes that starts with the same number twice.
 */
final class OpenSshKey {
  private static final String MAGIC = "openssh-key-v1\0";
  private static final String NONE = "none";
  private static final int BLOCK = 8;

  private OpenSshKey() {}

  static byte[] write(SigningKey key, String comment) {
    byte[] seed = key.seed();
    byte[] publicKey = key.publicKeyBytes();
    int check = Arrays.hashCode(publicKey);
    byte[] both = Arrays.copyOf(seed, seed.length + publicKey.length);
    System.arraycopy(publicKey, 0, both, seed.length, publicKey.length);
    SshWriter section =
        new SshWriter()
            .uint32(check)
            .uint32(check)
            .string(Ed25519.SSH_NAME)
            .string(publicKey)
            .string(both)
            .string(comment);
    for (byte pad = 1; section.size() % BLOCK != 0; pad++) {
      section.raw(new byte[] {pad});
    }
    return new SshWriter()
        .raw(MAGIC)
        .string(NONE)
        .string(NONE)
        .string("")
        .uint32(1)
        .string(key.publicKeyBlob())
        .string(section.bytes())
        .bytes();
  }

  /**
   * @throws IllegalArgumentException saying what is wrong, never with a part of the key
   */
  static SigningKey read(byte[] bytes) {
    SshReader in = new SshReader(bytes);
    in.expect(MAGIC);
    String cipher = in.text();
    String derivation = in.text();
    if (!cipher.equals(NONE) || !derivation.equals(NONE)) {
      throw new IllegalArgumentException("is protected by a passphrase; give a key without one");
    }
    in.string();
    if (in.uint32() != 1) {
      throw new IllegalArgumentException("holds more than one key");
    }
    byte[] publicBlob = in.string();
    SigningKey key = new SigningKey(seed(new SshReader(in.string())));
    if (!Arrays.equals(publicBlob, key.publicKeyBlob())) {
      throw new IllegalArgumentException("its public and its private part do not belong together");
    }
    return key;
  }

  private static byte[] seed(SshReader section) {
    int check = section.uint32();
    if (check != section.uint32()) {
      throw new IllegalArgumentException("its private part is damaged");
    }
    String type = section.text();
    if (!type.equals(Ed25519.SSH_NAME)) {
      throw new IllegalArgumentException(
          "is a key of type \"" + type + "\"; " + Ed25519.SSH_NAME + " is used");
    }
    section.string();
    byte[] both = section.string();
    if (both.length != 2 * Ed25519.KEY_BYTES) {
      throw new IllegalArgumentException("its private part is damaged");
    }
    return Arrays.copyOf(both, Ed25519.KEY_BYTES);
  }

  static String armour(byte[] bytes, String title) {
    String body = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----\n";
  }
}
