package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.transport.Secret;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "https://api.github.com, https://github.com/acme/models, https://api.github.com/graphql",
    "https://git.corp/api/v3/, https://git.corp/acme/models, https://git.corp/api/graphql",
    "https://git.corp:8443/x/api/v3, https://git.corp:8443/x/acme/models, https://git.corp:8443/x/api/graphql",
    "https://api.acme.ghe.com, https://acme.ghe.com/acme/models, https://api.acme.ghe.com/graphql",
    "http://127.0.0.1:80/api/v3, http://127.0.0.1:80/acme/models, http://127.0.0.1:80/api/graphql"
  })
  void knowsThePageAndGraphQl_ofEachGitHub(String api, String page, String graphQl) {
    GitHubSettings settings = settings(api);

    assertThat(settings.page()).isEqualTo(page);
    assertThat(settings.graphQl()).hasToString(graphQl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.github.com",
        "ftp://api.github.com",
        "https://canary@api.github.com",
        "https://api.github.com?token=canary",
        "https://api.github.com#canary",
        "github"
      })
  @DisplayName("I13: an address must not carry secrets, and must be encrypted")
  void refusesOtherAddresses(String api) {
    assertThatThrownBy(() -> settings(api))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the address of GitHub's API must be https://api.github.com or")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"models", "acme/models/x", "acme/..", "-a/b", "acme/mo dels", "a/b?c"})
  void refusesOtherNames(String name) {
    assertThatThrownBy(() -> RepositoryName.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + name + "\" is not a repository; give it as OWNER/NAME");
  }

  @Test
  @DisplayName("I13: settings print no secret")
  void printsNoSecret() {
    assertThat(settings("https://api.github.com").toString()).doesNotContain("canary");
  }

  private static GitHubSettings settings(String api) {
    return new GitHubSettings(
        URI.create(api),
        RepositoryName.parse("acme/models"),
        "main",
        new GitHubCredential.Token(new Secret("canary-token")),
        Optional.empty(),
        Optional.empty());
  }
}
