package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I7: propose records who is behind a run, whatever was taken out of the bundle")
class ProposeLauncherIT {
  private static final String BRANCH = "countersign/m/production";

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void makeScenario() throws IOException {
    scenario = new Scenario(folder, "m");
  }

  @Test
  void recordsWhoProposes_whenTheBundleNamesNobody() throws IOException {
    propose(launchedBy(Optional.empty()), "--as", "bob");

    assertThat(provenance().at("/run/launchedBy/login").asText()).isEqualTo("bob");
    assertThat(provenance().has("proposedBy")).isFalse();
  }

  @Test
  void attestsNobody_whomOnlyTheProposingJobNames() throws IOException {
    scenario.in(job("bob", 7));

    propose(launchedBy(Optional.empty()));

    assertThat(provenance().at("/run/launchedBy").toString())
        .isEqualTo("{\"attested\":false,\"forge\":\"gitlab\",\"id\":7,\"login\":\"bob\"}");
  }

  @Test
  void recordsBoth_whenTheBundleNamesAnother() throws IOException {
    propose(launchedBy(Optional.of(Launcher.selfAsserted("zoe"))), "--as", "bob");

    assertThat(provenance().at("/run/launchedBy/login").asText()).isEqualTo("zoe");
    assertThat(provenance().at("/proposedBy/0/login").asText()).isEqualTo("bob");
  }

  @Test
  void believesNoBundle_thatCallsItselfAttested() throws IOException {
    propose(launchedBy(Optional.of(new Launcher("gitlab", Optional.of(9L), "zoe", true))));

    assertThat(provenance().at("/run/launchedBy/attested").asBoolean()).isFalse();
    assertThat(body())
        .contains("**✖&nbsp;Launcher not attested**: no CI confirms that it was zoe.");
  }

  @Test
  void saysInRed_thatNobodyKnows_andWhatThatAsksFor() throws IOException {
    propose(launchedBy(Optional.empty()));

    assertThat(provenance().at("/run/launchedBy").isMissingNode()).isTrue();
    assertThat(body())
        .contains("**✖&nbsp;Launcher unknown**: nobody says who launched the training")
        .contains("It needs 2 approvals from: **bob** (one more than configured, because nobody");
  }

  @Test
  void namesTheLauncher_onceItIsKnown() throws IOException {
    Path run = launchedBy(Optional.empty());
    propose(run);

    propose(run, "--as", "carol");

    assertThat(provenance().at("/run/launchedBy/login").asText()).isEqualTo("carol");
  }

  @Test
  @DisplayName("I6: proposed again by another job, the commit and its approvals stay")
  void keepsTheCommit_whenAnotherJobProposesTheSame() throws IOException {
    Path run = launchedBy(Optional.empty());
    scenario.in(job("bob", 7));
    propose(run);
    CommitId head = scenario.refs().get("refs/heads/" + BRANCH);

    scenario.in(job("carol", 8));
    propose(run);

    assertThat(scenario.refs()).containsEntry("refs/heads/" + BRANCH, head);
  }

  @Test
  void isRefused_whereTheEnvironmentDemandsAnAttestedLauncher() throws IOException {
    scenario.configure(
        yaml -> yaml.replace("approvers: [bob]", "approvers: [bob]\n        launcher: attested"));
    Path run = launchedBy(Optional.of(Launcher.selfAsserted("zoe")));

    assertThat(scenario.run("propose", run.toString(), "--as", "zoe").exitCode()).isEqualTo(4);

    assertThat(scenario.output())
        .contains("launcher-not-attested", "no CI confirms that it was \\\"zoe\\\"");
    assertThat(scenario.refs()).doesNotContainKey("refs/heads/" + BRANCH);
    String page = folder.resolve("review.html").toString();
    assertThat(scenario.run("preview", run.toString(), "--to", page).exitCode()).isZero();
  }

  private Path launchedBy(Optional<Launcher> launcher) throws IOException {
    return scenario.run("m", 1, 5, Scenario.NOON, launcher);
  }

  private void propose(Path run, String... more) {
    List<String> all = new ArrayList<>(List.of("propose", run.toString()));
    all.addAll(List.of(more));
    assertThat(scenario.run(all.toArray(String[]::new)).exitCode()).as(scenario.output()).isZero();
  }

  private JsonNode provenance() {
    String reference = scenario.fileAt(BRANCH, "model-refs/m/production/model-reference.json");
    return StrictJson.read(reference.getBytes(StandardCharsets.UTF_8), "reference")
        .path("provenance");
  }

  private String body() {
    try (Session session = scenario.session()) {
      return session.forge().of(BRANCH).get(0).text().body();
    }
  }

  private static Map<String, String> job(String login, int id) {
    return Map.of(
        "GITLAB_CI", "true",
        "GITLAB_USER_LOGIN", login,
        "GITLAB_USER_ID", Integer.toString(id),
        "CI_PROJECT_PATH", "team/m",
        "CI_PIPELINE_ID", "1001");
  }
}
