package dev.countersign.bot.identity.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A CI's issuer of identity tokens on loopback. It signs with the JDK alone, so that the library
 * under test does not check its own work.
 */
public final class Issuer implements AutoCloseable {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair keys = newKeys();
  private final List<String> bearers = new ArrayList<>();
  private String requested = "";

  /** Starts it, with keys of its own. */
  public Issuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/oauth/discovery/keys", exchange -> answer(exchange, keySet()));
    server.createContext(
        "/_services/token/.well-known/jwks", exchange -> answer(exchange, keySet()));
    server.createContext("/token", this::requestToken);
    server.start();
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A token signed with RS256 by this issuer's key, under a key id. */
  public String token(String keyId, String claims) {
    String signed =
        encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}")
            + "."
            + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token that anybody can make: signed by HS256 with the public key as the secret. */
  String confusedToken(String keyId, String claims) {
    String signed = encode("{\"alg\":\"HS256\",\"kid\":\"" + keyId + "\"}") + "." + encode(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
      return signed
          + "."
          + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token without a signature. */
  static String unsignedToken(String claims) {
    return encode("{\"alg\":\"none\"}") + "." + encode(claims) + ".";
  }

  /** What the request for a token answers from now on. */
  void handOut(String token) {
    requested = token;
  }

  /** The credentials that token requests came with, and the audiences asked for. */
  List<String> bearers() {
    return List.copyOf(bearers);
  }

  private void requestToken(HttpExchange exchange) {
    bearers.add(
        exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestURI().getQuery());
    answer(exchange, "{\"count\":1,\"value\":\"" + requested + "\"}");
  }

  private String keySet() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"ours\",\"use\":\"sig\",\"alg\":\"RS256\",\"e\":\"%s\",\"n\":\"%s\"}]}"
        .formatted(number(key.getPublicExponent()), number(key.getModulus()));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = exchange.getResponseBody()) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
