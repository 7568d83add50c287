package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.ForgeAddress.GitHub;
import dev.countersign.bot.forge.ForgeAddress.GitLab;
import dev.countersign.bot.forge.ForgeAddress.Local;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeChoiceTest {
  private static final URI PAGE = URI.create("http://127.0.0.1:8484/");
  private static final Map<String, String> GITLAB_CI =
      Map.of(
          "GITLAB_CI", "true",
          "CI_SERVER_URL", "https://git.acme.example/gitlab",
          "CI_PROJECT_PATH", "ml/pricing/models");
  private static final Map<String, String> GITHUB_ACTIONS =
      Map.of(
          "GITHUB_ACTIONS", "true",
          "GITHUB_API_URL", "https://ghe.acme.example/api/v3",
          "GITHUB_REPOSITORY", "ml/models");

  @Test
  void isTheLocalForge_whereNothingSaysOtherwise() {
    assertThat(choice(Map.of(), flags()).address()).isEqualTo(new Local(PAGE));
  }

  @Test
  void isTheForgeOfTheCi_withItsServerAndProject() {
    ForgeAddress gitLab = choice(GITLAB_CI, flags()).address();
    ForgeAddress gitHub = choice(GITHUB_ACTIONS, flags()).address();

    assertThat(gitLab)
        .isEqualTo(new GitLab(URI.create("https://git.acme.example/gitlab"), "ml/pricing/models"));
    assertThat(gitLab.gitUrl())
        .contains(URI.create("https://git.acme.example/gitlab/ml/pricing/models.git"));
    assertThat(gitHub.gitUrl()).contains(URI.create("https://ghe.acme.example/ml/models.git"));
  }

  @Test
  void isTheLocalForge_whereTheRepositoryIsAFolder_evenInACi() {
    ForgeChoice.Flags folder =
        new ForgeChoice.Flags(Optional.empty(), Optional.empty(), Optional.empty(), true, PAGE);

    assertThat(choice(GITLAB_CI, folder).address()).isEqualTo(new Local(PAGE));
  }

  @Test
  void flagsComeBeforeTheCi_andTheReferencesMayLiveInAnotherProject() {
    assertThat(choice(GITLAB_CI, flags("gitlab", null, "ml/references")).address())
        .isEqualTo(new GitLab(URI.create("https://git.acme.example/gitlab"), "ml/references"));
  }

  @Test
  void anotherForgesCiSaysNothing_aboutTheForgeThatIsMeant() {
    assertThat(choice(GITLAB_CI, flags("github", null, "acme/models")).address())
        .isEqualTo(
            new GitHub(
                URI.create("https://api.github.com"),
                URI.create("https://github.com"),
                "acme/models"));
  }

  @ParameterizedTest
  @CsvSource({
    "gitlab, https://gitlab.example, models, \"models\" is not a project",
    "github, https://api.github.com, a/b/c, \"a/b/c\" is not a project",
    "gitlab, https://gitlab.example, ../x/y z, is not a project",
    "gitlab, https://user:secret@gitlab.example, a/b, no login",
    "gitlab, gitlab.example, a/b, needs a host",
    "gitlab, , , no project is named",
    "bitbucket, , a/b, \"bitbucket\" is not a forge"
  })
  void saysWhichFlagIsWrong(String forge, String url, String project, String message) {
    assertThatThrownBy(() -> choice(Map.of(), flags(forge, url, project)).address())
        .isInstanceOfSatisfying(
            CountersignException.class,
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.USAGE);
              assertThat(error).hasMessageContaining(message);
              assertThat(error.getMessage()).doesNotContain("secret");
            });
  }

  private static ForgeChoice choice(Map<String, String> variables, ForgeChoice.Flags flags) {
    return new ForgeChoice(flags, name -> Optional.ofNullable(variables.get(name)));
  }

  private static ForgeChoice.Flags flags() {
    return flags(null, null, null);
  }

  private static ForgeChoice.Flags flags(String forge, String url, String project) {
    return new ForgeChoice.Flags(
        Optional.ofNullable(forge),
        Optional.ofNullable(url),
        Optional.ofNullable(project),
        false,
        PAGE);
  }
}
