package dev.countersign.bot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.run.Launcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("I7: who launched, by the CI's own variables; they attest nothing")
class CiJobTest {
  private static final Launcher ALICE = new Launcher("gitlab", Optional.of(42L), "alice", false);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # case,                        login,    id,    expected login, expected id
          a person,                      alice,    42,    alice,          42
          a project's access token,      project_7_bot_ab12, 99, project_7_bot_ab12, 99
          white space around,            '  alice ', ' 42', alice,        42
          no number,                     alice,    -,     alice,          -
          a number that is none,         alice,    4x2,   alice,          -
          a negative number,             alice,    -42,   alice,          -
          a number too long for JSON,    alice,    9999999999999999999, alice, -
          no login,                      -,        42,    -,              -
          a blank login,                 '  ',     42,    -,              -
          """)
  void namesWhoStartedAGitLabPipeline(
      String ignoredCase, String login, String id, String expectedLogin, Long expectedId) {
    Map<String, String> variables = new HashMap<>(Map.of("GITLAB_CI", "true"));
    putUnlessNull(variables, "GITLAB_USER_LOGIN", login);
    putUnlessNull(variables, "GITLAB_USER_ID", id);

    Optional<Launcher> expected =
        Optional.ofNullable(expectedLogin)
            .map(name -> new Launcher("gitlab", Optional.ofNullable(expectedId), name, false));
    assertThat(CiJob.of(variables).orElseThrow().claimed()).isEqualTo(expected.map(CiIdentity::of));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # case,                                 actor, triggering actor, launcher, other
          the first attempt,                      alice, alice,            alice,    -
          a re-run by the same person,            alice, ALICE,            alice,    -
          a re-run by somebody else,              alice, bob,              bob,      alice
          a server without the triggering actor,  alice, -,                alice,    -
          """)
  void namesWhoRunsAGitHubWorkflowAgain(
      String ignoredCase, String actor, String triggering, String launcher, String other) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_ACTOR", actor, "GITHUB_ACTOR_ID", "7"));
    putUnlessNull(variables, "GITHUB_TRIGGERING_ACTOR", triggering);

    CiIdentity identity = CiJob.of(variables).orElseThrow().claimed().orElseThrow();

    assertThat(identity.launcher().login()).isEqualTo(launcher);
    assertThat(identity.others().stream().map(Launcher::login).toList())
        .isEqualTo(Optional.ofNullable(other).stream().toList());
    assertThat(identity.people()).noneMatch(Launcher::attested);
  }

  @Test
  void knowsTheJobsProjectAndPipeline() {
    CiJob gitlab =
        CiJob.of(
                Map.of(
                    "GITLAB_CI", "true",
                    "GITLAB_USER_LOGIN", "alice",
                    "GITLAB_USER_ID", "42",
                    "CI_SERVER_URL", "https://gitlab.example.com/gitlab",
                    "CI_PROJECT_PATH", "team/models/fraud",
                    "CI_PIPELINE_ID", "1001",
                    "CI_PIPELINE_SOURCE", "schedule"))
            .orElseThrow();

    assertThat(gitlab)
        .isEqualTo(
            new CiJob(
                CiPlatform.GITLAB,
                Optional.of("https://gitlab.example.com/gitlab"),
                Optional.of("team/models/fraud"),
                Optional.of("1001"),
                Optional.of(new CiIdentity(ALICE, List.of()))));
  }

  @Test
  void knowsTheWorkflowsRepositoryAndRun() {
    CiJob github =
        CiJob.of(
                Map.of(
                    "GITHUB_ACTIONS", "true",
                    "GITHUB_SERVER_URL", "https://github.com",
                    "GITHUB_REPOSITORY", "team/fraud",
                    "GITHUB_RUN_ID", "555"))
            .orElseThrow();

    assertThat(github)
        .isEqualTo(
            new CiJob(
                CiPlatform.GITHUB,
                Optional.of("https://github.com"),
                Optional.of("team/fraud"),
                Optional.of("555"),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "1", "", "yes"})
  void isNoCiJob_unlessTheCiSaysSo(String value) {
    assertThat(CiJob.of(Map.of("GITLAB_CI", value, "GITLAB_USER_LOGIN", "alice"))).isEmpty();
    assertThat(CiJob.of(Map.of("GITHUB_ACTIONS", value, "GITHUB_ACTOR", "alice"))).isEmpty();
  }

  private static void putUnlessNull(Map<String, String> variables, String name, String value) {
    if (value != null) {
      variables.put(name, value);
    }
  }
}
