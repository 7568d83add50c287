package dev.countersign.bot.identity.oidc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.identity.TokenIssuer;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerKeysTest {
  private final TokenIssuer issuer =
      new TokenIssuer("https://gitlab.example", URI.create("https://gitlab.example/keys"));

  @ParameterizedTest
  @ValueSource(strings = {"{\"keys\":[[]]}", "{\"keys\":7}", "{}", "<html>", ""})
  void refusesWhatIsNoKeySet_insteadOfFailing(String answer) {
    IdTokenVerifier verifier =
        new IdTokenVerifier(
            (address, bearer) -> answer, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    assertThatThrownBy(() -> verifier.verify("a.b.c", issuer))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("\"https://gitlab.example/keys\" holds no key set")
        .extracting(error -> ((CountersignException) error).code())
        .isEqualTo(ErrorCode.IDENTITY_REFUSED);
  }
}
