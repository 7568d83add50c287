package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.MergeQueue;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.run.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However people and forges merge: what was approved is found, and nothing else passes. */
class HostedMergesIT {
  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void prepare() throws IOException {
    scenario = new Scenario(folder, "m", "n");
    Files.writeString(
        scenario.repository().resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
  }

  @ParameterizedTest
  @CsvSource({
    "GITLAB, MERGE", "GITLAB, SQUASH", "GITLAB, REBASE",
    "GITHUB, MERGE", "GITHUB, SQUASH", "GITHUB, REBASE"
  })
  @DisplayName("I2, fault row 54: merge commit, squash and rebase, after the base has moved")
  void verifiesWhatWasMerged_whateverTheMethod(HostedForge.Kind kind, MergeMethod method)
      throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = approved(forge, "m");
      moveTheBase(forge);

      assertHolds(forge.verify(forge.merge(number, "bob", method)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GITLAB, MERGE", "GITLAB, SQUASH", "GITLAB, REBASE",
    "GITHUB, MERGE", "GITHUB, SQUASH", "GITHUB, REBASE"
  })
  @DisplayName("I2, fault row 54: two models through a merge queue or merge train, one on another")
  void verifiesWhatCameThroughAQueue(HostedForge.Kind kind, MergeMethod method) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long first = approved(forge, "m");
      long second = approved(forge, "n");
      moveTheBase(forge);
      MergeQueue queue = forge.queue("bob", method, first, second);
      assertThat(queue.refs())
          .allMatch(ref -> ref.matches("refs/(heads/gh-readonly-queue|merge-requests)/.*"));

      List<String> merged = queue.land();

      assertThat(merged).hasSize(2);
      merged.forEach(commit -> assertHolds(forge.verify(commit)));
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I1, fault row 59: what a merge queue or train tests is not merged, and is refused")
  void refusesWhatIsStillInTheQueue(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      MergeQueue queue = forge.queue("bob", MergeMethod.MERGE, approved(forge, "m"));
      String tested =
          forge
              .memory()
              .oneAtATime(() -> forge.memory().repository().ref(queue.refs().get(0)).orElseThrow());

      CommandRun refused = forge.verify(tested);

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(3);
      assertThat(refused.data().at("/error/code").asText()).isEqualTo("commit-not-merged");
    }
  }

  @ParameterizedTest
  @CsvSource({"GITLAB, MERGE", "GITLAB, SQUASH", "GITHUB, MERGE", "GITHUB, SQUASH"})
  @DisplayName("I6, I7: \"update branch\" after the approval is no content; the approval stays")
  void keepsTheApproval_whenTheBaseIsMergedIntoTheBranch(HostedForge.Kind kind, MergeMethod method)
      throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = approved(forge, "m");
      moveTheBase(forge);
      forge.memory().updateBranch(number, "carol");
      assertThat(forge.propose("m", 1)).isEqualTo(number);

      assertHolds(forge.verify(forge.merge(number, "bob", method)));
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: rebased by the forge's button, the bot's signature is gone; it never deploys")
  void refusesACommitThatTheForgeMadeAnew(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = forge.propose("m", 1);
      moveTheBase(forge);
      forge.memory().rebase(number, "carol");
      forge.approve(number, "bob");

      CommandRun refused = forge.verify(forge.merge(number, "bob", MergeMethod.MERGE));

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(3);
      assertThat(HostedForge.detail(refused, "signed")).contains("not signed by a key of the bot");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I6, I7: what the forge's button rebased, the bot signs again; then it deploys")
  void signsAgain_whatTheForgeMadeAnew(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = forge.propose("m", 1);
      moveTheBase(forge);
      forge.memory().rebase(number, "carol");

      assertThat(forge.propose("m", 1)).isEqualTo(number);
      forge.approve(number, "bob");

      assertHolds(forge.verify(forge.merge(number, "bob", MergeMethod.MERGE)));
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: signing again, the bot believes no unsigned commit about who is behind it")
  void signsAgain_withEverybodyBehindIt(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      forge.proposeAgain("m", 1, "--as", "bob");
      new Forger(scenario).blaming(new Launcher("gitlab", Optional.of(9L), "erin", true));
      CommandRun again = forge.proposeAgain("m", 1, "--as", "bob");
      assertThat(again.exitCode()).as(again::toString).isZero();
      long number = again.data().at("/proposals/0/mergeRequest/number").asLong();
      forge.approve(number, "bob");

      CommandRun refused = forge.verify(forge.merge(number, "carol", MergeMethod.MERGE));

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(5);
      assertThat(HostedForge.detail(refused, "approved")).contains("\"bob\" (had it proposed)");
      assertThat(scenario.fileAt("main", Forger.PATH)).contains("bob", "erin");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I6, fault row 45: content that a person pushed is left alone, with a conflict")
  void leavesAlone_whatAPersonPushed(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = forge.propose("m", 1);
      new Forger(scenario).unsigned();

      CommandRun left = forge.proposeAgain("m", 1);

      assertThat(left.exitCode()).as(left::toString).isEqualTo(6);
      assertThat(forge.memory().mergeRequests().all()).hasSize(1);
      assertThat(scenario.fileAt(Forger.BRANCH, Forger.PATH)).contains("9.9.9");
      assertThat(number).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("Fault row 57, I2: the merge request changes the CI's file too")
  void refusesOtherPaths(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = forge.propose("m", 1);
      push(forge, Forger.BRANCH, List.of(tip(forge, Forger.BRANCH)), Map.of(".ci.yml", "evil: 1"));
      forge.approve(number, "bob");

      CommandRun refused = forge.verify(forge.merge(number, "bob", MergeMethod.MERGE));

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(3);
      assertThat(HostedForge.detail(refused, "paths")).isEqualTo("unexpected paths: \".ci.yml\"");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("Fault row 58, I2: a merge by hand that resolves to another reference")
  void refusesAnotherBlobThanTheApprovedOne(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      approved(forge, "m");
      byte[] real = scenario.fileAt(Forger.BRANCH, Forger.PATH).getBytes(StandardCharsets.UTF_8);
      String other = new String(new Forger(scenario).forged(real), StandardCharsets.UTF_8);

      String merged =
          push(
              forge,
              "main",
              List.of(tip(forge, "main"), tip(forge, Forger.BRANCH)),
              Map.of(Forger.PATH, other));
      CommandRun refused = forge.verify(merged);

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(5);
      assertThat(HostedForge.detail(refused, "content"))
          .isEqualTo("merged otherwise than at the merge request's head: \"" + Forger.PATH + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("Fault row 59, I1: the head of the branch, and a push past the forge, are refused")
  void refusesWhatNoMergeRequestMerged(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      approved(forge, "m");
      String head = tip(forge, Forger.BRANCH);
      String pushed =
          push(
              forge,
              "main",
              List.of(tip(forge, "main")),
              Map.of(Forger.PATH, scenario.fileAt(Forger.BRANCH, Forger.PATH)));

      assertThat(forge.verify(head).exitCode()).isEqualTo(3);
      CommandRun direct = forge.verify(pushed);
      assertThat(direct.exitCode()).as(direct::toString).isEqualTo(5);
      assertThat(HostedForge.detail(direct, "merge-request"))
          .isEqualTo("no merge request brought commit \"" + pushed + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("Fault row 60: the first reference comes back by a merge request of its own")
  void refusesAnOldReference_submittedAgain(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      forge.merge(approved(forge, "m"), "bob", MergeMethod.MERGE);
      String old = scenario.fileAt("main", Forger.PATH);
      long second = forge.propose("m", 2);
      forge.approve(second, "bob");
      forge.merge(second, "bob", MergeMethod.MERGE);
      long third = forge.propose("m", 3);
      push(forge, Forger.BRANCH, List.of(tip(forge, "main")), Map.of(Forger.PATH, old));
      forge.approve(third, "bob");

      CommandRun refused = forge.verify(forge.merge(third, "bob", MergeMethod.MERGE));

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(3);
      assertThat(HostedForge.detail(refused, "sequence")).contains("does not follow");
    }
  }

  private static long approved(HostedForge forge, String model) throws IOException {
    long number = forge.propose(model, 1);
    forge.approve(number, "bob");
    return number;
  }

  private static void moveTheBase(HostedForge forge) {
    push(forge, "main", List.of(tip(forge, "main")), Map.of("other.txt", "later"));
  }

  private static String push(
      HostedForge forge, String branch, List<String> parents, Map<String, String> files) {
    return forge.memory().push("alice", branch, parents, files);
  }

  private static String tip(HostedForge forge, String branch) {
    return forge.memory().oneAtATime(() -> forge.memory().repository().tip(branch).orElseThrow());
  }

  private static void assertHolds(CommandRun verified) {
    assertThat(verified.exitCode()).as(verified::toString).isZero();
    assertThat(HostedForge.detail(verified, "approved"))
        .isEqualTo("1 of 1 required approvals: counted \"bob\"");
  }
}
