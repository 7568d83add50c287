package dev.countersign.modelrefs.git.signing;

import dev.countersign.modelrefs.git.Signature;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Signatures in the format of OpenSSH's PROTOCOL.sshsig in the namespace {@code git}, as {@code git
 * commit -S} with {@code gpg.format=ssh} writes and checks them.
 */
public final class SshSignatures {
  private static final String MAGIC = "SSHSIG";
  private static final int VERSION = 1;
  private static final String NAMESPACE = "git";
  private static final String SHA512 = "sha512";
  private static final String TITLE = "SSH SIGNATURE";

  private SshSignatures() {}

  /** The armoured signature of a message. */
  public static String sign(SigningKey key, byte[] message) {
    byte[] signature = Ed25519.sign(key.seed(), signedData(SHA512, message));
    byte[] blob =
        new SshWriter()
            .raw(MAGIC)
            .uint32(VERSION)
            .string(key.publicKeyBlob())
            .string(NAMESPACE)
            .string("")
            .string(SHA512)
            .string(new SshWriter().string(Ed25519.SSH_NAME).string(signature).bytes())
            .bytes();
    return OpenSshKey.armour(blob, TITLE);
  }

  /**
   * Checks a signature against the key it carries.
   *
   * @return empty if it is malformed, of another namespace or key type, or not over the message
   */
  public static Optional<Signature> verify(byte[] message, String armoured) {
    try {
      SshReader in = new SshReader(unarmour(armoured));
      in.expect(MAGIC);
      if (in.uint32() != VERSION) {
        return Optional.empty();
      }
      byte[] keyBlob = in.string();
      if (!in.text().equals(NAMESPACE)) {
        return Optional.empty();
      }
      in.string();
      byte[] data = signedData(in.text(), message);
      byte[] signature = typed(in.string());
      in.end();
      return Ed25519.verifies(typed(keyBlob), data, signature)
          ? Optional.of(new Signature(line(keyBlob)))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String line(byte[] keyBlob) {
    return Ed25519.SSH_NAME + " " + Base64.getEncoder().encodeToString(keyBlob);
  }

  private static byte[] signedData(String hash, byte[] message) {
    MessageDigest digest =
        switch (hash) {
          case SHA512 -> DigestUtils.getSha512Digest();
          case "sha256" -> DigestUtils.getSha256Digest();
          default -> throw new IllegalArgumentException("unknown hash");
        };
    return new SshWriter()
        .raw(MAGIC)
        .string(NAMESPACE)
        .string("")
        .string(hash)
        .string(digest.digest(message))
        .bytes();
  }

  /** The second field of a key or signature of type Ed25519. */
  private static byte[] typed(byte[] blob) {
    SshReader in = new SshReader(blob);
    if (!in.text().equals(Ed25519.SSH_NAME)) {
      throw new IllegalArgumentException("not " + Ed25519.SSH_NAME);
    }
    byte[] value = in.string();
    in.end();
    return value;
  }

  private static byte[] unarmour(String armoured) {
    String begin = "-----BEGIN " + TITLE + "-----";
    String end = "-----END " + TITLE + "-----";
    String text = armoured.strip();
    if (!text.startsWith(begin) || !text.endsWith(end) || text.length() < begin.length() * 2) {
      throw new IllegalArgumentException("no armour");
    }
    return Base64.getMimeDecoder()
        .decode(text.substring(begin.length(), text.length() - end.length()));
  }
}
