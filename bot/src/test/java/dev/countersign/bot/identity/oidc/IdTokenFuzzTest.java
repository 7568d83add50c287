package dev.countersign.bot.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.identity.CiJob;
import dev.countersign.bot.identity.TokenClaims;
import dev.countersign.bot.identity.TokenIssuer;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.DisplayName;

/** The issuer is taken over: it signs whatever the fuzzer writes as header and claims. */
@DisplayName("I7: any identity token is refused, or was issued for us")
class IdTokenFuzzTest extends ReaderFuzzContract {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String CLAIMS =
      """
      {"iss":"https://gitlab.example","aud":"countersign","iat":1795176000,"exp":1795176300,
       "project_path":"acme/models","pipeline_id":"7","user_login":"alice","user_id":"42"}""";

  private static final CiJob JOB =
      CiJob.of(Map.of("GITLAB_CI", "true", "CI_PROJECT_PATH", "acme/models", "CI_PIPELINE_ID", "7"))
          .orElseThrow();

  private final KeyPair keys = newKeys();
  private final TokenIssuer issuer =
      new TokenIssuer("https://gitlab.example", URI.create("https://gitlab.example/keys"));
  private final IdTokenVerifier verifier =
      new IdTokenVerifier((address, bearer) -> keySet(), Clock.fixed(NOW, ZoneOffset.UTC));

  /** A first line that is not empty is the header of a signed token; else the rest is a token. */
  @Override
  protected List<byte[]> seeds() {
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"ours\"}";
    return Stream.of(
            header + "\n" + CLAIMS,
            header.replace("RS256", "none") + "\n" + CLAIMS,
            "\n" + signed(header, CLAIMS),
            "\n"
                + BASE64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "..")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of(
        "none",
        "HS256",
        "RS512",
        "ES256",
        "dir",
        "\"zip\":\"DEF\",",
        "\"crit\":[\"b64\"],",
        "\"b64\":false,",
        "\"jwk\":{},",
        "\"enc\":\"A128GCM\",",
        "1e9",
        "1795176300.5",
        "[1]",
        ".",
        "[\"countersign\"]",
        "null");
  }

  @Override
  protected Set<ErrorCode> refusals() {
    return Set.of(ErrorCode.IDENTITY_REFUSED);
  }

  @Override
  protected int mutations() {
    return 80;
  }

  @Override
  protected void read(byte[] input) {
    String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    String rest = lines.length < 2 ? "" : lines[1];
    String token = lines[0].isEmpty() ? rest : signed(lines[0], rest);
    try {
      TokenClaims claims = verifier.verify(token, issuer);
      assertThat(claims.values()).containsEntry("iss", issuer.name());
      assertThat(claims.identityIn(JOB).launcher().attested()).isTrue();
    } catch (CountersignException refused) {
      assertThat(refused).hasNoCause();
      assertThat(token.length() > 40 && refused.inOneLine().contains(token)).isFalse();
      throw refused;
    }
  }

  private String signed(String header, String claims) {
    String content = encoded(header) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private String keySet() {
    RsaJsonWebKey key = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) keys.getPublic());
    key.setKeyId("ours");
    return new JsonWebKeySet(key).toJson();
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
}
