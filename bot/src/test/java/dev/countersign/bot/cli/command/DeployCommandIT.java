package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy} and {@code reconcile} as CI calls them, to a process of their own. */
class DeployCommandIT {
  private static final String LOG = "refs/heads/countersign/deployments";

  @TempDir private Path folder;
  private CommandBench bench;

  @BeforeEach
  void makeBench() throws IOException {
    bench = CommandBench.withTarget(folder);
  }

  @AfterEach
  void stopTarget() {
    bench.close();
  }

  @Test
  void deploysWhatWasApproved_andFindsItServedTheSecondTime() throws IOException {
    String commit = bench.promote(1);

    CommandRun first = bench.json("deploy", "--commit", commit);
    CommandRun second = bench.json("deploy", "--commit", commit);

    assertThat(first.exitCode()).as(first::toString).isZero();
    JsonNode outcome = first.data().at("/outcomes/0");
    assertThat(outcome.path("outcome").asText()).isEqualTo("deployed");
    assertThat(outcome.path("observedDigest")).isEqualTo(outcome.path("declaredDigest"));
    assertThat(outcome.at("/approvedBy/0").asText()).isEqualTo("bob");
    assertThat(first.err()).contains("m/production on app: deploying", "recording");
    assertThat(second.data().at("/outcomes/0/outcome").asText()).isEqualTo("up-to-date");
  }

  @Test
  @DisplayName("I12: a dry run says what it would do as data and changes nothing")
  void changesNothing_inADryRun() throws IOException {
    String commit = bench.promote(1);
    Map<String, CommitId> before = bench.scenario().refs();

    CommandRun dry = bench.json("deploy", "--commit", commit, "--dry-run");

    JsonNode step = dry.data().at("/steps/0");
    assertThat(step.path("action").asText()).isEqualTo("apply");
    assertThat(step.path("version").asText()).isEqualTo("1.0.0");
    assertThat(step.path("text").asText()).contains("would deploy m/production on app");
    assertThat(bench.scenario().refs()).isEqualTo(before);
    assertThat(bench.json("status").data().at("/lines/0/targets/0/state").asText())
        .isEqualTo("nothing");
  }

  @Test
  @DisplayName(
      "I1, fault row 59: a commit that was not merged is refused, with the flag that helps")
  void refusesACommitThatWasNotMerged() throws IOException {
    String head = bench.propose(1).data().at("/proposals/0/mergeRequest/head").asText();

    CommandRun refused = bench.json("deploy", "--commit", head);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.data().at("/error/code").asText()).isEqualTo("commit-not-merged");
    assertThat(refused.err())
        .contains(head.substring(0, 7), "give --commit the merge commit on the protected branch");
  }

  @Test
  void refusesWhatIsNoCommit() {
    assertThat(bench.run("deploy", "--commit", "main").err())
        .contains("usage (exit 2)", "\"main\"");
    assertThat(bench.run("deploy").err()).contains("Missing required option: '--commit=SHA'");
  }

  @Test
  void saysWhyThereIsNothingToDeploy() {
    String commit;
    try (Session session = bench.scenario().session()) {
      commit = session.tip().hex();
    }

    CommandRun run = bench.run("deploy", "--commit", commit);

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.out())
        .contains(
            "nothing to deploy at %s: no reference there whose environment has targets"
                .formatted(commit));
  }

  @Test
  @DisplayName("Fault row 1, I3: a changed byte is refused with both digests; the app is untouched")
  void refusesATamperedArtifact() throws IOException {
    assertThat(bench.run("deploy", "--commit", bench.promote(1)).exitCode()).isZero();
    String second = bench.promote(2);
    JsonNode served = bench.json("status").data().at("/lines/0/targets/0/observedDigest");
    JsonNode declared = bench.json("status").data().at("/lines/0/declared/artifactDigest");
    tamper(declared.asText());

    CommandRun refused = bench.json("deploy", "--commit", second);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.data().at("/outcomes/0/code").asText()).isEqualTo("digest-mismatch");
    assertThat(bench.json("status").data().at("/lines/0/targets/0/observedDigest"))
        .isEqualTo(served);
  }

  @Test
  void reconcilesToTheTip_withoutBeingToldACommit() throws IOException {
    bench.promote(1);

    CommandRun reconciled = bench.json("reconcile");

    assertThat(reconciled.exitCode()).as(reconciled::toString).isZero();
    assertThat(reconciled.data().at("/outcomes/0/outcome").asText()).isEqualTo("deployed");
    assertThat(bench.run("reconcile").out()).contains("serves version \"1.0.0\" already");
  }

  @Test
  @DisplayName("A lost log blocks until an approver vouches for what is declared")
  void rebuildsALostLog_onAnApproversWord() throws IOException {
    bench.run("deploy", "--commit", bench.promote(1));
    String second = bench.promote(2);
    loseTheLog();

    assertThat(bench.json("deploy", "--commit", second).exitCode()).isEqualTo(6);
    assertThat(bench.run("reconcile", "--rebuild-log", "--as", "bob").err())
        .contains("--reason TEXT");
    CommandRun stranger =
        bench.run("reconcile", "--rebuild-log", "--reason", "lost", "--as", "mallory");
    assertThat(stranger.exitCode()).isEqualTo(4);
    assertThat(stranger.err()).contains("\"mallory\" is not an approver", "bob");
    CommandRun rebuilt =
        bench.json("reconcile", "--rebuild-log", "--reason", "lost", "--as", "bob");
    assertThat(rebuilt.exitCode()).as(rebuilt::toString).isZero();
    assertThat(rebuilt.err()).contains("the log starts anew");
  }

  private void tamper(String digest) throws IOException {
    Path file =
        bench
            .scenario()
            .store()
            .resolve("sha256")
            .resolve(digest.substring("sha256:".length()))
            .resolve("weights.txt");
    Files.delete(file);
    Files.writeString(file, "weights of somebody else");
  }

  private void loseTheLog() {
    try (Session session = bench.scenario().session()) {
      CommitId tip = session.git().fetch(List.of(LOG)).get(LOG);
      session.git().push(List.of(new RefUpdate(LOG, Optional.of(tip), Optional.empty())));
    }
  }

  @Test
  void saysInTheHistoryWhatARollbackWithdrew_andWhy() throws IOException {
    bench.run("deploy", "--commit", bench.promote(1));
    bench.run("deploy", "--commit", bench.promote(2));
    bench.run("rollback", CommandBench.LINE, "--to", "1.0.0", "--reason", "drops calls", "--as=al");
    CommandRun back = bench.run("deploy", "--commit", bench.merge());
    assertThat(back.exitCode()).as(back::toString).isZero();

    List<String> lines = bench.run("history", CommandBench.LINE).out().lines().toList();

    assertThat(lines).filteredOn(line -> line.contains("a rollback")).hasSize(1);
    assertThat(lines)
        .anyMatch(
            line ->
                line.matches(
                    "[-0-9]+T[0-9:]{8}Z  deployed .*; a rollback from 1[.]0[.]1 by al: drops calls"));
  }
}
