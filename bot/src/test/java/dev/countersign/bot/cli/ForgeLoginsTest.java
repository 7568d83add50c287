package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.wiring.ForgeLogin;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgeLoginsTest {
  private static final ForgeAddress GITLAB =
      new ForgeAddress.GitLab(URI.create("https://gitlab.example"), "a/b");
  private static final ForgeAddress GITHUB =
      new ForgeAddress.GitHub(
          URI.create("https://api.github.com"), URI.create("https://github.com"), "a/b");

  @Test
  void aTokenComesBeforeTheJobsOwn() {
    ForgeLogin login = of(GITLAB, Map.of("COUNTERSIGN_TOKEN", "mine", "CI_JOB_TOKEN", "job"));

    assertThat(((ForgeLogin.AccessToken) login).token().reveal()).isEqualTo("mine");
  }

  @Test
  void aTokenMayLieInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "mine\n");

    ForgeLogin login = of(GITHUB, Map.of("COUNTERSIGN_TOKEN_FILE", file.toString()));

    assertThat(((ForgeLogin.AccessToken) login).token().reveal()).isEqualTo("mine");
  }

  @Test
  void theJobsOwnTokenIsTheLastResort() {
    assertThat(of(GITLAB, Map.of("CI_JOB_TOKEN", "job"))).isInstanceOf(ForgeLogin.JobToken.class);
    assertThat(of(GITHUB, Map.of("GITHUB_TOKEN", "job"))).isInstanceOf(ForgeLogin.JobToken.class);
  }

  @Test
  void aGitHubAppComesBeforeAToken() {
    ForgeLogin login =
        of(
            GITHUB,
            Map.of(
                "COUNTERSIGN_GITHUB_APP_ID", "17",
                "COUNTERSIGN_GITHUB_APP_KEY", "pem",
                "COUNTERSIGN_TOKEN", "mine"));

    assertThat(((ForgeLogin.GitHubApp) login).id()).isEqualTo("17");
  }

  @DisplayName("I13: a login is never printed")
  @Test
  void printsNoSecret() {
    assertThat(of(GITLAB, Map.of("COUNTERSIGN_TOKEN", "canary")).toString())
        .doesNotContain("canary");
  }

  @Test
  void saysWhatToSet_whereNothingIsGiven() {
    assertThatThrownBy(() -> of(GITLAB, Map.of("GITHUB_TOKEN", "of another forge")))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
        .hasMessageContaining("no token for gitlab is given; set COUNTERSIGN_TOKEN");
  }

  @Test
  void theLocalForgeNeedsNothing() {
    assertThat(of(new ForgeAddress.Local(URI.create("http://127.0.0.1/")), Map.of()))
        .isInstanceOf(ForgeLogin.None.class);
  }

  private static ForgeLogin of(ForgeAddress address, Map<String, String> variables) {
    return new ForgeLogins(name -> Optional.ofNullable(variables.get(name))).of(address);
  }
}
