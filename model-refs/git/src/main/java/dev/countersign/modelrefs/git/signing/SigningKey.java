package dev.countersign.modelrefs.git.signing;

import java.util.Arrays;
import java.util.Base64;

/** The bot's private Ed25519 key. Never printed (invariant I13); immutable. */
public final class SigningKey {
  private final byte[] seed;
  private final byte[] publicKey;

  SigningKey(byte[] seed) {
    this.seed = Arrays.copyOf(seed, seed.length);
    this.publicKey = Ed25519.publicKeyOf(this.seed);
  }

  /** The public key in OpenSSH form without comment, as {@code signing.bot[]} lists it. */
  public String publicKey() {
    return Ed25519.SSH_NAME + " " + Base64.getEncoder().encodeToString(publicKeyBlob());
  }

  byte[] publicKeyBlob() {
    return new SshWriter().string(Ed25519.SSH_NAME).string(publicKey).bytes();
  }

  byte[] publicKeyBytes() {
    return Arrays.copyOf(publicKey, publicKey.length);
  }

  byte[] seed() {
    return Arrays.copyOf(seed, seed.length);
  }

  @Override
  public String toString() {
    return publicKey();
  }
}
