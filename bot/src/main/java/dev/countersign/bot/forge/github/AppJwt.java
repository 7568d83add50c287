package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Proves to be a GitHub App: a JSON Web Token signed with RS256 (RFC 7515, RFC 7518 §3.3). */
final class AppJwt {
  /** GitHub advises to date it back, for clocks that drift, and allows ten minutes. */
  private static final Duration BACK = Duration.ofSeconds(60);

  private static final Duration LIFE = Duration.ofMinutes(9);
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  /** AlgorithmIdentifier rsaEncryption (RFC 8017 §A.1) after version 0, as PKCS #8 wants it. */
  private static final byte[] PKCS8_HEAD = {
    0x02,
    0x01,
    0x00,
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };

  private final String appId;
  private final PrivateKey key;

  /**
   * @throws CountersignException {@code CONFIGURATION_INVALID} if the key is none
   */
  AppJwt(GitHubCredential.App app) {
    this.appId = app.appId();
    this.key = key(app.privateKey().reveal());
  }

  /** A token that is good from now on for nine minutes. */
  String sign(Instant now) {
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("iat", now.minus(BACK).getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    claims.put("iss", appId);
    String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims.toString());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new CountersignException(
          ErrorCode.CONFIGURATION_INVALID, "the app's private key cannot sign", e);
    }
  }

  private static String encode(String json) {
    return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static PrivateKey key(String pem) {
    try {
      byte[] der =
          Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) [A-Z ]+-----", ""));
      boolean pkcs1 = pem.contains("BEGIN RSA PRIVATE KEY");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(pkcs1 ? wrapped(der) : der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new CountersignException(
          ErrorCode.CONFIGURATION_INVALID,
          "the app's private key is not an RSA key in PEM form (PKCS #1 or PKCS #8)",
          e);
    }
  }

  /** PKCS #1 inside PKCS #8: SEQUENCE { version, algorithm, OCTET STRING { key } }. */
  private static byte[] wrapped(byte[] pkcs1) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(PKCS8_HEAD);
    inner.writeBytes(element(0x04, pkcs1));
    return element(0x30, inner.toByteArray());
  }

  /** An element in DER; RSA keys of any use have lengths of two bytes. */
  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    out.write(0x82);
    out.write(content.length >> 8);
    out.write(content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }
}
