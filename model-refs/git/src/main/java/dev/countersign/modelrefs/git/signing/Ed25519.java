package dev.countersign.modelrefs.git.signing;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;

/** Ed25519 of the JDK (RFC 8032) over the raw 32-byte keys that SSH writes. */
final class Ed25519 {
  static final String SSH_NAME = "ssh-ed25519";
  static final int KEY_BYTES = 32;

  /** What stands before a raw public key in its X.509 form (RFC 8410). */
  private static final String X509_PREFIX = "302a300506032b6570032100";

  /** What stands before a raw private key in its PKCS #8 form (RFC 8410). */
  private static final String PKCS8_PREFIX = "302e020100300506032b657004220420";

  private Ed25519() {}

  static byte[] newSeed() {
    byte[] seed = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(seed);
    return seed;
  }

  /** The raw public key that belongs to a raw private key. */
  static byte[] publicKeyOf(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Replay(seed));
      KeyPair pair = generator.generateKeyPair();
      byte[] generated =
          ((EdECPrivateKey) pair.getPrivate())
              .getBytes()
              .orElseThrow(() -> new IllegalStateException("the provider hides the private key"));
      if (!Arrays.equals(generated, seed)) {
        throw new IllegalStateException("the provider does not make its key from the seed");
      }
      byte[] encoded = pair.getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no Ed25519", e);
    }
  }

  /** The raw private key in an RFC 8410 document. */
  static byte[] seedOfPkcs8(byte[] encoded) {
    byte[] prefix = hex(PKCS8_PREFIX);
    int length = prefix.length + KEY_BYTES;
    if (encoded.length != length || !Arrays.equals(prefix, Arrays.copyOf(encoded, prefix.length))) {
      throw new IllegalArgumentException("is not an Ed25519 key in PKCS #8 form");
    }
    return Arrays.copyOfRange(encoded, prefix.length, length);
  }

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(concat(hex(PKCS8_PREFIX), seed)));
      Signature engine = Signature.getInstance("Ed25519");
      engine.initSign(key);
      engine.update(message);
      return engine.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot sign with Ed25519", e);
    }
  }

  /** Whether a signature is the key's over the message; a malformed key or signature is not. */
  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != KEY_BYTES) {
      return false;
    }
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(concat(hex(X509_PREFIX), publicKey)));
      Signature engine = Signature.getInstance("Ed25519");
      engine.initVerify(key);
      engine.update(message);
      return engine.verify(signature);
    } catch (InvalidKeyException | SignatureException | InvalidKeySpecException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no Ed25519", e);
    }
  }

  private static byte[] hex(String digits) {
    try {
      return Hex.decodeHex(digits);
    } catch (DecoderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** The JDK derives a public key only while generating a pair: this hands it the private key. */
  private static final class Replay extends SecureRandom {
    private final byte[] seed;

    Replay(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
