package dev.countersign.bot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("I7: the forge's address names the issuer, the token does not")
class TokenIssuerTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GITLAB, https://gitlab.com,                 https://gitlab.com,                  https://gitlab.com/oauth/discovery/keys
          GITLAB, https://git.example.com/gitlab/,    https://git.example.com/gitlab,      https://git.example.com/gitlab/oauth/discovery/keys
          GITHUB, https://github.com,                 https://token.actions.githubusercontent.com, https://token.actions.githubusercontent.com/.well-known/jwks
          GITHUB, https://GitHub.com/,                https://token.actions.githubusercontent.com, https://token.actions.githubusercontent.com/.well-known/jwks
          GITHUB, https://octo.ghe.com,               https://token.actions.octo.ghe.com,  https://token.actions.octo.ghe.com/.well-known/jwks
          GITHUB, https://ghe.example.com,            https://ghe.example.com/_services/token, https://ghe.example.com/_services/token/.well-known/jwks
          """)
  void isNamedByTheForgesAddress(CiPlatform platform, String server, String name, URI keys) {
    assertThat(TokenIssuer.of(job(platform, server), Optional.empty()))
        .isEqualTo(new TokenIssuer(name, keys));
  }

  @Test
  void isTheOneOfTheCommandLine_whateverTheVariableSays() {
    URI given = URI.create("https://gitlab.example.com");

    assertThat(
            TokenIssuer.of(job(CiPlatform.GITLAB, "https://evil.example"), Optional.of(given))
                .name())
        .isEqualTo("https://gitlab.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://gitlab.example.com", "ftp://127.0.0.1x/", "gitlab.example.com", "https:"})
  void isRefused_whereItsKeysCouldBeReplacedOnTheWay(String server) {
    assertThatThrownBy(() -> TokenIssuer.of(job(CiPlatform.GITLAB, server), Optional.empty()))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("the CI's identity token is refused: ")
        .hasMessageContaining("\"" + server + "\"");
  }

  @Test
  void isRefused_whenNothingNamesTheForge() {
    CiJob job =
        new CiJob(
            CiPlatform.GITLAB,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThatThrownBy(() -> TokenIssuer.of(job, Optional.empty()))
        .hasMessageContaining("nothing says which forge may have issued it");
  }

  private static CiJob job(CiPlatform platform, String server) {
    return new CiJob(
        platform, Optional.of(server), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
