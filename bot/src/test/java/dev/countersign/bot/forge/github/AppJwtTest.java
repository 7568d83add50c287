package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.bot.transport.Secret;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppJwtTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final KeyPair pair = AppKeys.pair();

  @Test
  void signsItsClaims_withAKeyAsGitHubGivesIt() throws Exception {
    String[] parts = jwt(AppKeys.pkcs1(pair)).sign(NOW).split("\\.", -1);

    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(pair.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    assertThat(decoded(parts[0])).isEqualTo(json("{\"alg\":\"RS256\",\"typ\":\"JWT\"}"));
    assertThat(decoded(parts[1]))
        .isEqualTo(json("{\"iat\":1795175940,\"exp\":1795176540,\"iss\":\"31337\"}"));
  }

  @Test
  void readsBothFormsOfAKey() {
    assertThat(jwt(AppKeys.pkcs8(pair)).sign(NOW)).isEqualTo(jwt(AppKeys.pkcs1(pair)).sign(NOW));
  }

  @Test
  @DisplayName("I13: a key that is none is not printed")
  void refusesWhatIsNoKey() {
    assertThatThrownBy(() -> jwt("-----BEGIN RSA PRIVATE KEY-----\ncanary\n"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
        .hasMessage("the app's private key is not an RSA key in PEM form (PKCS #1 or PKCS #8)");
  }

  private static AppJwt jwt(String pem) {
    return new AppJwt(new GitHubCredential.App("31337", new Secret(pem)));
  }

  private static JsonNode decoded(String part) throws Exception {
    return json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
