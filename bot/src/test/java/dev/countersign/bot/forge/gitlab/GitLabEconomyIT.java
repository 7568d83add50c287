package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.gitlab.GitLabSettings;
import dev.countersign.bot.forge.fake.http.Journal;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** How many API calls proposing costs; the counts are in the test report. */
class GitLabEconomyIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final int PLOTS = 4;

  @TempDir private Path folder;
  private GitLabBench bench;

  @BeforeEach
  void start() {
    bench = new GitLabBench(folder, GitLabSettings.current().paid());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  @DisplayName("At most 8 calls plus one per plot for a first proposal")
  void aFirstProposal(TestReporter reporter) {
    push("one");

    propose(bench.gitLabForge(), List.of(status("promotion"), status("gate/rmse-superior")));

    print(reporter, "first proposal");
    assertThat(journal().calls()).hasSizeLessThanOrEqualTo(8 + PLOTS);
    assertThat(journal().calls()).allMatch(Journal.Call::known);
  }

  @Test
  @DisplayName("I5: at most 4 reads and no write for a repeated proposal")
  void aRepeatedProposal(TestReporter reporter) {
    push("one");
    List<CommitStatus> statuses = List.of(status("promotion"));
    propose(bench.gitLabForge(), statuses);
    journal().clear();

    // As the planner does when nothing changed: it looks, and finds that all is so.
    GitLabForge again = bench.gitLabForge();
    MergeRequest open = again.of(SOURCE).get(0);
    again.conversation(open.number());
    again.report(open.head(), statuses);

    print(reporter, "repeated proposal");
    assertThat(journal().writes()).isZero();
    assertThat(journal().reads()).isLessThanOrEqualTo(4);
  }

  @Test
  @DisplayName("I5: everything done again writes nothing and uploads nothing")
  void everythingAgain(TestReporter reporter) {
    push("one");
    List<CommitStatus> statuses = List.of(status("promotion"), status("gate/rmse-superior"));
    propose(bench.gitLabForge(), statuses);
    journal().clear();

    propose(bench.gitLabForge(), statuses);

    print(reporter, "everything again");
    assertThat(journal().writes()).isZero();
    assertThat(journal().reads()).isLessThanOrEqualTo(4);
  }

  @Test
  void aNewerCandidate_editsAndUploadsOnly(TestReporter reporter) {
    push("one");
    propose(bench.gitLabForge(), List.of(status("promotion")));
    push("two");
    journal().clear();

    propose(bench.gitLabForge(), List.of(status("promotion")), 1);

    print(reporter, "newer candidate");
    assertThat(journal().calls())
        .filteredOn(call -> call.path().endsWith("/uploads"))
        .hasSize(PLOTS);
    assertThat(journal().calls()).hasSizeLessThanOrEqualTo(8 + PLOTS);
  }

  @Test
  void aLineWithManyMergeRequests_isReadInPages(TestReporter reporter) {
    push("one");
    for (int i = 0; i < 3; i++) {
      long number = bench.forge().open(draft("Promote 1.0." + i, "text")).number();
      bench.close(number, "alice");
    }
    journal().clear();

    assertThat(bench.forge().of(SOURCE)).hasSize(3);

    print(reporter, "three closed ones");
    assertThat(journal().calls()).hasSize(1);
  }

  private void propose(GitLabForge forge, List<CommitStatus> statuses) {
    propose(forge, statuses, 0);
  }

  /** What a run makes of the forge, in its order. */
  private static void propose(GitLabForge forge, List<CommitStatus> statuses, int generation) {
    forge.of(SOURCE);
    List<String> links =
        forge.attach(IntStream.range(0, PLOTS).mapToObj(i -> plot(i, generation)).toList());
    String body =
        links.stream().map(link -> "![plot](" + link + ")").collect(Collectors.joining("\n\n"));
    MergeRequest opened = forge.open(draft("Promote 1." + generation + ".0", body));
    forge.askForReview(opened.number(), List.of("alice", "bob"));
    forge.report(opened.head(), statuses);
  }

  private void push(String content) {
    bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", content);
  }

  private Journal journal() {
    return bench.gitLab().journal();
  }

  private void print(TestReporter reporter, String what) {
    String calls =
        journal().calls().stream()
            .map(call -> call.method() + " " + call.path() + " -> " + call.status())
            .collect(Collectors.joining("\n  ", "\n  ", ""));
    reporter.publishEntry(
        what, "%d reads, %d writes%s".formatted(journal().reads(), journal().writes(), calls));
  }

  private static MergeRequestDraft draft(String title, String body) {
    return new MergeRequestDraft(
        SOURCE, ForgeBench.TARGET, title, body, List.of("model-promotion"), false);
  }

  private static CommitStatus status(String name) {
    return new CommitStatus(
        "countersign/" + name, CommitStatus.State.PENDING, "waits for review", Optional.empty());
  }

  private static Attachment plot(int index, int generation) {
    byte[] png =
        ("\u0089PNG\r\n\u001a\n" + index + generation).getBytes(StandardCharsets.ISO_8859_1);
    return new Attachment(
        new ArtifactPath("diamonds-price/production/plot-" + index + ".png"), png);
  }
}
