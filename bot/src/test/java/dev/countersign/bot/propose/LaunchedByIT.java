package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.identity.oidc.Issuer;
import dev.countersign.bot.identity.oidc.JobIdentity;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I7: who launched the training is recorded in CI, and cannot approve")
class LaunchedByIT {
  private static final ModelEnvironment LINE = ModelEnvironment.parse("m/production");
  private static final Launcher ALICE = new Launcher("gitlab", Optional.of(42L), "alice", false);
  private static final Launcher BOB = new Launcher("gitlab", Optional.of(7L), "bob", false);

  @TempDir Path folder;
  private Scenario scenario;

  @BeforeEach
  void open() throws IOException {
    scenario = new Scenario(folder, "m");
    scenario.run("m", 1, 5, Scenario.NOON);
  }

  @Test
  void recordsWhoLaunchedThePipeline_asTheVariablesSay() {
    scenario.in(gitlab(ALICE));
    bundle();
    propose();

    assertThat(proposed().launchers()).containsExactly(ALICE);
  }

  @Test
  void attestsWhoLaunchedThePipeline_byItsToken() throws IOException {
    try (Issuer issuer = new Issuer()) {
      scenario.in(gitlab(ALICE));
      bundle();
      scenario.in(withToken(issuer));
      propose();
    }

    assertThat(proposed().launchers()).containsExactly(ALICE.attested(true));
  }

  @Test
  void writesNoMergeRequest_whenTheTokenDoesNotHold() throws IOException {
    try (Issuer issuer = new Issuer()) {
      scenario.in(gitlab(ALICE));
      bundle();
      Map<String, String> job = new HashMap<>(withToken(issuer));
      job.put("CI_PIPELINE_ID", "1002");
      scenario.in(job);

      assertThat(propose()).isEqualTo(4);
    }

    assertThat(scenario.output())
        .contains("error identity-refused (exit 4)", "issued for the pipeline_id \"1001\"");
    assertThat(scenario.refs()).doesNotContainKey("refs/countersign/mr/1");
  }

  @Test
  void keepsTheMergeRequestAsItIs_whenSomebodyElseRetriesTheJob() {
    scenario.in(gitlab(ALICE));
    bundle();
    propose();
    Map<String, CommitId> before = scenario.refs();

    scenario.in(gitlab(BOB));
    propose();

    assertThat(scenario.refs()).isEqualTo(before);
  }

  @Test
  void countsNeitherWhoTrained_norWhoProposed() {
    scenario.in(gitlab(ALICE));
    bundle();
    scenario.in(gitlab(BOB));
    propose();
    scenario.in(Map.of());

    assertThat(proposed().launchers()).containsExactly(ALICE, BOB);
    scenario.run("approve", "m/production", "--as", "bob");
    assertThat(scenario.run("merge", "m/production", "--as", "bob").exitCode()).isEqualTo(5);
    assertThat(scenario.output())
        .contains("0 of 1 required approvals")
        .contains("bob")
        .contains("had it proposed");
  }

  private void bundle() {
    Path files = folder.resolve("files-m-1");
    Scenario.Outcome made =
        scenario.run(
            List.of(
                    "bundle --model m --task regression --dataset test-rows",
                    "--artifact " + files.resolve("model"),
                    "--predictions " + files.resolve("predictions.csv"),
                    "--metrics " + files.resolve("metrics.json"),
                    "--run-id ci-1 --to " + folder.resolve("bundle"))
                .stream()
                .flatMap(words -> List.of(words.split(" ")).stream())
                .toArray(String[]::new));
    assertThat(made.exitCode()).as(scenario.output()).isZero();
  }

  private int propose() {
    return scenario.run("propose", folder.resolve("bundle").toString()).exitCode();
  }

  private Provenance proposed() {
    CommitId head = scenario.refs().get("refs/heads/countersign/m/production");
    try (Session session = scenario.session()) {
      session.git().fetch(List.of("refs/heads/*"));
      return new ReferenceHistory(session.git())
          .at(head, LINE)
          .document()
          .orElseThrow()
          .reference()
          .provenance();
    }
  }

  private static Map<String, String> gitlab(Launcher person) {
    return Map.of(
        "GITLAB_CI", "true",
        "GITLAB_USER_LOGIN", person.login(),
        "GITLAB_USER_ID", person.id().orElseThrow().toString(),
        "CI_PROJECT_PATH", "team/m",
        "CI_PIPELINE_ID", "1001");
  }

  private static Map<String, String> withToken(Issuer issuer) {
    long now = Instant.now().getEpochSecond();
    String claims =
        """
        {"iss": "%s", "aud": "countersign", "iat": %d, "exp": %d, "project_path": "team/m",
         "pipeline_id": "1001", "user_login": "alice", "user_id": "42"}
        """
            .formatted(issuer.url(), now, now + 300);
    Map<String, String> job = new HashMap<>(gitlab(BOB));
    job.put("CI_SERVER_URL", issuer.url());
    job.put(JobIdentity.TOKEN, issuer.token("ours", claims));
    return job;
  }
}
