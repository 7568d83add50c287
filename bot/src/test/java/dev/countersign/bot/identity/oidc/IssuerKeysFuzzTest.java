package dev.countersign.bot.identity.oidc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.identity.TokenIssuer;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.testing.fuzz.FuzzContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("I7: whatever an issuer answers as its keys, a token without a signature is refused")
class IssuerKeysFuzzTest extends FuzzContract {
  private static final String TOKEN =
      Stream.of("{\"alg\":\"RS256\",\"kid\":\"ours\"}", "{\"aud\":\"countersign\"}", "none")
          .map(part -> part.getBytes(StandardCharsets.UTF_8))
          .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
          .collect(java.util.stream.Collectors.joining("."));

  private final TokenIssuer issuer =
      new TokenIssuer("https://gitlab.example", URI.create("https://gitlab.example/keys"));

  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"ours\",\"use\":\"sig\",\"alg\":\"RS256\","
                + "\"e\":\"AQAB\",\"n\":\"sXchOQ3Zk2wWZ4s1\"}]}",
            "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83O\",\"y\":\"x_FE\"},"
                + "{\"kty\":\"oct\",\"k\":\"AyM1\",\"kid\":\"ours\"}]}",
            "{\"keys\":[]}",
            "<html>Sign in</html>")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("\"keys\":", "OKP", "Ed25519", "\"x5c\":[\"MII\"],", "AA", "\"key_ops\":1,");
  }

  @Override
  protected void check(byte[] input) {
    IdTokenVerifier verifier =
        new IdTokenVerifier(
            (address, bearer) -> new String(input, StandardCharsets.UTF_8),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    assertThatThrownBy(() -> verifier.verify(TOKEN, issuer))
        .isInstanceOfSatisfying(
            CountersignException.class,
            refused ->
                org.assertj.core.api.Assertions.assertThat(refused.code())
                    .isEqualTo(ErrorCode.IDENTITY_REFUSED));
  }
}
