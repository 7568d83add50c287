package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** How many requests a proposal costs. Each is made as the bot does: by a new process. */
class GitHubEconomyIT {
  private static final String SOURCE = "countersign/diamonds-price/production";

  @TempDir private Path folder;
  private GitHubBench bench;
  private CommitId head;

  @BeforeEach
  void start() {
    bench = new GitHubBench(folder.resolve("models.git"));
    head = bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", "one");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aFirstProposalTakesAtMostEightCalls(TestReporter reporter) {
    propose("Promote 1.0.0");

    reporter.publishEntry("calls of a first proposal", counts());
    assertThat(bench.gitHub().journal().calls()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void aRepeatedOneTakesAtMostFourReads_andNoWrite(TestReporter reporter) {
    propose("Promote 1.0.0");
    bench.gitHub().journal().clear();

    propose("Promote 1.0.0");

    reporter.publishEntry("calls of a repeated proposal", counts());
    assertThat(bench.gitHub().journal().reads()).isLessThanOrEqualTo(4);
    assertThat(bench.gitHub().journal().writes()).isZero();
  }

  @Test
  void anUpdateOfTextAloneIsOneWrite() {
    propose("Promote 1.0.0");
    bench.gitHub().journal().clear();

    propose("Promote 1.0.1");

    assertThat(bench.gitHub().journal().writes()).isEqualTo(1);
  }

  @Test
  void aLongHistoryOfMergesCostsNothing() {
    for (int i = 0; i < 5; i++) {
      head = bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", "v" + i);
      bench.merge(bench.gitHubForge().open(draft("Promote " + i)).number(), "alice");
    }
    head = bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", "new");
    propose("Promote 9.0.0");
    bench.gitHub().journal().clear();

    propose("Promote 9.0.0");

    assertThat(bench.gitHub().journal().calls()).hasSizeLessThanOrEqualTo(4);
  }

  /** What {@code propose} asks of the forge, in its order. */
  private void propose(String title) {
    GitHubForge forge = bench.gitHubForge();
    Optional<MergeRequest> open =
        forge.of(SOURCE).stream()
            .filter(request -> request.state() == MergeRequest.State.OPEN)
            .findFirst();
    open.map(MergeRequest::number).ifPresent((Consumer<Long>) forge::conversation);
    MergeRequest request = forge.open(draft(title));
    forge.askForReview(request.number(), List.of("alice", "bob"));
    forge.report(
        head,
        List.of(
            new CommitStatus(
                "countersign/diamonds-price/production",
                CommitStatus.State.PENDING,
                "waits for review",
                Optional.empty())));
  }

  private String counts() {
    return bench.gitHub().journal().calls().stream()
        .map(call -> call.method() + " " + call.path())
        .toList()
        .toString();
  }

  private static MergeRequestDraft draft(String title) {
    return new MergeRequestDraft(
        SOURCE, ForgeBench.TARGET, title, "text", List.of("countersign"), false);
  }
}
