package dev.countersign.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.transport.Secret;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.RemoteLocation;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryLocationTest {
  private static final ForgeAccess GITLAB =
      new ForgeAccess(
          new ForgeAddress.GitLab(URI.create("https://git.acme.example:8443/lab"), "ml/models"),
          new ForgeLogin.AccessToken(new Secret("canary")),
          Optional.empty());

  @Test
  void isTheForgesProject_withTheForgesToken() {
    RemoteLocation.Server server = server(Optional.empty(), GITLAB);

    assertThat(server.uri())
        .isEqualTo(URI.create("https://git.acme.example:8443/lab/ml/models.git"));
    assertThat(server.credentials()).map(HttpCredentials::login).contains("oauth2");
    assertThat(server.credentials()).map(HttpCredentials::token).contains("canary");
    assertThat(server.toString()).doesNotContain("canary");
  }

  @Test
  void takesTheNameThatEachForgeWantsBesideItsToken() {
    ForgeAddress gitHub =
        new ForgeAddress.GitHub(
            URI.create("https://api.github.com"), URI.create("https://github.com"), "ml/models");
    ForgeAccess job =
        new ForgeAccess(
            GITLAB.address(), new ForgeLogin.JobToken(new Secret("t")), Optional.empty());

    assertThat(login(new ForgeAccess(gitHub, GITLAB.login(), Optional.empty())))
        .isEqualTo("x-access-token");
    assertThat(login(job)).isEqualTo("gitlab-ci-token");
  }

  @DisplayName("I13: the forge's token goes to the forge's own server only")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/ml/models.git",
        "https://git.acme.example/lab/ml/models.git",
        "http://git.acme.example:8443/lab/ml/models.git",
        "https://git.acme.example.evil.example:8443/ml/models.git"
      })
  void sendsNoTokenToAnotherServer(String repository) {
    assertThat(server(Optional.of(repository), GITLAB).credentials()).isEmpty();
  }

  @Test
  void aFolderIsOpenedInPlace() {
    assertThat(RepositoryLocation.of(Optional.of("/srv/models.git"), local(), "main"))
        .isInstanceOf(RemoteLocation.Local.class);
  }

  @Test
  void saysWhatToGive_whereNoneIsNamed() {
    assertThatThrownBy(() -> RepositoryLocation.of(Optional.empty(), local(), "main"))
        .isInstanceOf(CountersignException.class)
        .hasMessage("no repository is named; give --repository PATH or COUNTERSIGN_REPOSITORY");
  }

  @DisplayName("I13: a password in the repository's address is refused and not repeated")
  @Test
  void refusesALoginInTheAddress() {
    assertThatThrownBy(
            () ->
                RepositoryLocation.of(
                    Optional.of("https://user:canary@git.acme.example:8443/x.git"), GITLAB, "main"))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("git.acme.example")
        .hasMessageNotContaining("canary");
  }

  private static ForgeAccess local() {
    return ForgeAccess.local(URI.create("http://127.0.0.1:8484/"));
  }

  private static String login(ForgeAccess access) {
    return server(Optional.empty(), access).credentials().orElseThrow().login();
  }

  private static RemoteLocation.Server server(Optional<String> named, ForgeAccess access) {
    return (RemoteLocation.Server) RepositoryLocation.of(named, access, "main");
  }
}
