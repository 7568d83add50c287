package dev.countersign.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.run.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I2, I7: the local forge merges what verify will accept, and nothing else")
class MergeConditionsIT {
  private static final String LINE = "m/production";
  private static final double GOOD = 5;
  private static final double BAD = 60;

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void makeScenario() throws IOException {
    scenario = new Scenario(folder, "m");
    scenario.configure(yaml -> yaml.replace("approvers: [bob]", "approvers: [alice, bob, carol]"));
  }

  @Test
  void mergesWhatVerifies() throws IOException {
    propose(GOOD);
    approve("bob");

    assertThat(exit("merge", LINE, "--as", "bob")).isZero();
    String merged = scenario.refs().get("refs/heads/main").hex();
    assertThat(exit("verify", "--commit", merged)).as(scenario.output()).isZero();
  }

  @Test
  void mergesNothing_thatOnlyItsLauncherApproved() throws IOException {
    propose(GOOD);

    approve("alice");

    assertThat(scenario.output())
        .contains("\\\"alice\\\" (launched the training). It would count from: bob, carol");
    assertRefused("0 of 1 required approvals", "these people can approve: bob, carol");
  }

  @Test
  @DisplayName("I7: taking the launcher out of a bundle does not let whoever brings it approve it")
  void mergesNothing_thatOnlyItsProposerApproved_whenTheBundleNamesNobody() throws IOException {
    Path run = scenario.run("m", 1, GOOD, Scenario.NOON, Optional.empty());
    assertThat(exit("propose", run.toString(), "--as", "bob")).isZero();

    approve("bob");

    assertRefused("launched the training");
    approve("carol");
    assertThat(exit("merge", LINE, "--as", "bob")).isZero();
  }

  @Test
  void mergesNothing_thatOnlyItsProposerApproved_whenTheBundleNamesAnother() throws IOException {
    Launcher zoe = Launcher.selfAsserted("zoe");
    Path run = scenario.run("m", 1, GOOD, Scenario.NOON, Optional.of(zoe));
    assertThat(exit("propose", run.toString(), "--as", "bob")).isZero();

    approve("bob");

    assertRefused("had it proposed");
  }

  @Test
  void asksOneMore_whereNobodyKnowsWhoLaunched() throws IOException {
    Path run = scenario.run("m", 1, GOOD, Scenario.NOON, Optional.empty());
    assertThat(exit("propose", run.toString())).isZero();
    approve("bob");
    assertRefused("1 of 2 required approvals (one more than configured");

    approve("carol");

    assertThat(exit("merge", LINE, "--as", "bob")).isZero();
  }

  @Test
  @DisplayName("I7: content that a person pushed is not merged, whoever approved it")
  void mergesNothing_thatAPersonWrote() throws IOException {
    propose(GOOD);
    Person mallory = new Person("mallory", "bot@countersign.invalid", Scenario.NOON);
    scenario.commitFile("countersign/m/production", "notes.txt", "mine", mallory);
    approve("bob");

    assertThat(exit("merge", LINE, "--as", "bob")).isEqualTo(3);
    assertThat(scenario.output()).contains("not signed by a key of the bot", "unexpected paths");
  }

  @Test
  @DisplayName("I2: an approval ends when the content changes")
  void mergesNothing_thatWasApprovedWithOtherContent() throws IOException {
    propose(GOOD);
    approve("bob");
    Path newer = scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60));
    assertThat(exit("propose", newer.toString())).isZero();

    assertRefused("\"bob\" (approved ", "has other content)");
  }

  @Test
  void mergesADraft_onceAnApproverWaivedEveryFailedGate() throws IOException {
    scenario.configure(
        yaml ->
            yaml.replace(
                "- {id: r2-floor",
                "- {id: r2-high, kind: atLeast, metric: r2, value: 0.99}\n"
                    + "          - {id: r2-floor"));
    propose(BAD);
    approve("bob");
    assertRefused("gate \"r2-high\" failed", "gate \"r2-floor\" failed");

    waive("r2-high", "carol");
    assertRefused("gate \"r2-floor\" failed");
    waive("r2-floor", "carol");

    assertThat(exit("merge", LINE, "--as", "bob")).as(scenario.output()).isZero();
    String merged = scenario.refs().get("refs/heads/main").hex();
    assertThat(exit("verify", "--commit", merged)).as(scenario.output()).isZero();
  }

  @Test
  void mergesNoDraft_whoseWaiversDoNotCount() throws IOException {
    propose(BAD);
    approve("bob");

    waive("r2-floor", "mallory");
    assertThat(scenario.output())
        .contains(
            "\\\"mallory\\\" (is not a configured approver). It would count from: bob, carol");
    waive("r2-floor", "alice");

    assertRefused("gate \"r2-floor\" failed");
  }

  @Test
  void mergesNoDraft_byAWaiverForAnotherArtifact() throws IOException {
    propose(BAD);
    waive("r2-floor", "bob");
    Path newer = scenario.run("m", 2, BAD, Scenario.NOON.plusSeconds(60));
    assertThat(exit("propose", newer.toString())).isEqualTo(5);
    approve("bob");

    assertRefused("gate \"r2-floor\" failed");
  }

  @Test
  void waivesNoGate_thatDoesNotExist() throws IOException {
    propose(BAD);

    assertThat(exit("waive", LINE, "r2-flor", "--reason", "why not", "--as", "bob")).isEqualTo(2);
    assertThat(scenario.output())
        .contains("its gates are: r2-floor, better; did you mean \\\"r2-floor\\\"?");
  }

  @Test
  void saysThatAWaivedGateHadPassed() throws IOException {
    propose(GOOD);

    waive("r2-floor", "bob");

    assertThat(scenario.output()).contains("\"gateHadPassed\" : true", "\"counts\" : true");
  }

  @Test
  @DisplayName("I6: hold-during-review holds for approvals that count, not for anybody's")
  void holdsTheNewerCandidate_onlyForAnApprovalThatCounts() throws IOException {
    scenario.configure(
        yaml ->
            yaml.replace("[alice, bob, carol]", "[bob]\n        supersede: hold-during-review"));
    propose(GOOD);
    approve("mallory");
    Path second = scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60));
    assertThat(outcome(second)).isEqualTo("proposed");

    approve("bob");

    Path third = scenario.run("m", 3, 4, Scenario.NOON.plusSeconds(120));
    assertThat(outcome(third)).isEqualTo("held");
  }

  private String outcome(Path run) {
    return scenario.run("propose", run.toString()).data().at("/proposals/0/outcome").asText();
  }

  private void propose(double noise) throws IOException {
    exit("propose", scenario.run("m", 1, noise, Scenario.NOON).toString());
    assertThat(scenario.refs()).containsKey("refs/heads/countersign/m/production");
  }

  private void approve(String who) {
    assertThat(exit("approve", LINE, "--as", who)).as(scenario.output()).isZero();
  }

  private void waive(String gate, String who) {
    assertThat(exit("waive", LINE, gate, "--reason", "known shift", "--as", who))
        .as(scenario.output())
        .isZero();
  }

  private void assertRefused(String... why) {
    assertThat(exit("merge", LINE, "--as", "bob")).as(scenario.output()).isEqualTo(5);
    assertThat(scenario.output().replace("\\\"", "\"")).contains(why);
  }

  private int exit(String... arguments) {
    return scenario.run(arguments).exitCode();
  }
}
