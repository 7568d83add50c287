package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.ForgeDeployment;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.Comment;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Review;
import dev.countersign.bot.forge.fake.github.GitHubSettings;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.modelrefs.value.CommitId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitHub shows beside the text; each test says it twice and looks that nothing is written. */
class GitHubSignalsIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final URI LINK = URI.create("https://models.example/report");

  @TempDir private Path folder;
  private GitHubBench bench;
  private CommitId head;
  private long number;

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  @DisplayName("Labels that people gave a merge request stay; the bot replaces its own")
  void keepsLabelsOfPeople() {
    open(GitHubSettings.current());
    bench.forge().update(number, labelled(List.of("model-promotion", "verdict: better")));
    pull().labels().add("urgent");
    MergeRequestDraft mixed = labelled(List.of("model-promotion", "verdict: mixed"));

    bench.forge().update(number, mixed);

    assertThat(pull().labels()).contains("urgent", "model-promotion", "verdict: mixed");
    assertThat(pull().labels()).doesNotContain("verdict: better");
    assertWritesNothing(() -> bench.forge().update(number, mixed));
  }

  private static MergeRequestDraft labelled(List<String> labels) {
    return new MergeRequestDraft(SOURCE, ForgeBench.TARGET, "Promote", "text", labels, false);
  }

  @Test
  void asksPeople_andAssignsTheFirst() {
    open(GitHubSettings.current());

    assertThat(ask("alice", "bob")).isEmpty();

    assertThat(pull().reviewers()).extracting(Person::login).containsExactly("alice", "bob");
    assertThat(pull().assignees()).extracting(Person::login).containsExactly("alice");
    assertWritesNothing(() -> ask("Alice", "bob"));
  }

  @Test
  void saysWhomGitHubDoesNotTake_andAsksTheOthers() {
    open(GitHubSettings.current());

    assertThat(ask("nobody-here", "outsider", "bob")).containsExactly("nobody-here", "outsider");

    assertThat(pull().reviewers()).extracting(Person::login).containsExactly("bob");
    assertThat(pull().assignees()).extracting(Person::login).containsExactly("bob");
  }

  @Test
  @DisplayName("GitHub refuses the author as a reviewer, so it is not tried")
  void neverAsksTheAuthor() {
    open(GitHubSettings.current());

    assertThat(ask(bench.bot(), "alice")).isEmpty();

    assertThat(pull().reviewers()).extracting(Person::login).containsExactly("alice");
  }

  @Test
  void asksNobodyAgain_whoHasReviewed() {
    open(GitHubSettings.current());
    ask("alice");
    bench.approve(number, "alice");

    assertWritesNothing(() -> ask("alice"));
  }

  @Test
  void showsAStatusForEachName_andWritesNoneTwice() {
    open(GitHubSettings.current());
    List<CommitStatus> statuses =
        List.of(
            status("countersign/promotion", CommitStatus.State.PENDING, "waits for review"),
            status("countersign/gate/rmse", CommitStatus.State.FAILURE, "0.5 % worse"));

    bench.gitHubForge().report(head, statuses);

    assertThat(statuses())
        .containsExactlyInAnyOrder(
            "countersign/promotion pending waits for review",
            "countersign/gate/rmse failure 0.5 % worse");
    assertWritesNothing(() -> bench.gitHubForge().report(head, statuses));
  }

  @Test
  void replacesAStatus() {
    open(GitHubSettings.current());
    report(CommitStatus.State.FAILURE, "worse");
    report(CommitStatus.State.SUCCESS, "better");
    report(CommitStatus.State.FAILURE, "worse");

    assertThat(statuses()).last().isEqualTo("countersign/x failure worse");
    assertWritesNothing(() -> report(CommitStatus.State.FAILURE, "worse"));
  }

  @Test
  @DisplayName("I5: one comment per topic, edited in place")
  void saysItOnce_andEditsIt() {
    open(GitHubSettings.current());
    bench.gitHubForge().comment(number, "hand-edited", "Somebody pushed.");
    assertWritesNothing(
        () -> bench.gitHubForge().comment(number, "hand-edited", "Somebody pushed.\n"));

    bench.gitHubForge().comment(number, "hand-edited", "Bob pushed.");
    bench.gitHubForge().comment(number, "other", "Else.");

    assertThat(pull().comments())
        .extracting(Comment::body)
        .containsExactly(
            "<!-- countersign:hand-edited -->\n\nBob pushed.",
            "<!-- countersign:other -->\n\nElse.");
  }

  @Test
  @DisplayName("Fault row 26: a marker in somebody else's comment is not ours")
  void doesNotAdoptAForgedMarker() {
    open(GitHubSettings.current());
    bench.gitHub().comment(number, "dave", "<!-- countersign:x -->\n\nhi");

    bench.gitHubForge().comment(number, "x", "Said by the bot.");

    assertThat(pull().comments()).hasSize(2);
    assertThat(pull().comments().get(0).body()).endsWith("hi");
  }

  @Test
  void dismissesApprovalsOfEarlierHeads_only() {
    open(GitHubSettings.current());
    bench.approve(number, "alice");
    head = bench.push(SOURCE, head, "b.json", "two");
    bench.approve(number, "bob");

    bench.gitHubForge().resetApprovals(number);

    assertThat(pull().reviews())
        .extracting(review -> review.by().login() + " " + review.state())
        .containsExactly("alice " + Review.State.DISMISSED, "bob " + Review.State.APPROVED);
    assertWritesNothing(() -> bench.gitHubForge().resetApprovals(number));
  }

  @Test
  void recordsADeployment_oncePerCommitAndEnvironment() {
    open(GitHubSettings.current());

    bench.gitHubForge().deployed(deployment(true));

    assertThat(deployments()).containsExactly("diamonds-price/production success");
    assertWritesNothing(() -> bench.gitHubForge().deployed(deployment(true)));
  }

  @Test
  void recordsHowASecondAttemptEnded_onTheSameDeployment() {
    open(GitHubSettings.current());
    bench.gitHubForge().deployed(deployment(false));

    bench.gitHubForge().deployed(deployment(true));

    assertThat(deployments()).containsExactly("diamonds-price/production success");
  }

  @Test
  @DisplayName(
      "GitHub has no drafts in private repositories of the free plan: label and status say it")
  void saysBlocked_whereThereAreNoDrafts() {
    open(GitHubSettings.current().withoutDrafts());
    MergeRequestDraft blocked = draft(true);

    assertThat(bench.gitHubForge().update(number, blocked).text()).isEqualTo(blocked);
    assertThat(pull().draft()).isFalse();
    assertThat(pull().labels()).containsExactlyInAnyOrder("countersign: blocked", "ml");
    assertThat(statuses()).last().asString().startsWith("countersign/blocked failure");
    assertThat(bench.gitHubForge().of(SOURCE).get(0).text()).isEqualTo(blocked);
    assertWritesNothing(() -> bench.gitHubForge().update(number, blocked));

    assertThat(bench.gitHubForge().update(number, draft(false)).text()).isEqualTo(draft(false));
    assertThat(pull().labels()).containsExactly("ml");
    assertThat(statuses()).last().asString().startsWith("countersign/blocked success");
  }

  @Test
  void opensABlockedOne_whereThereAreNoDrafts() {
    open(GitHubSettings.current().withoutDrafts());
    bench.close(number, "alice");

    assertThat(bench.gitHubForge().open(draft(true)).text()).isEqualTo(draft(true));
  }

  @Test
  void worksOnAnEnterpriseServer() {
    open(GitHubSettings.current().onEnterpriseServer());

    bench.gitHubForge().update(number, draft(true));
    bench.gitHubForge().deployed(deployment(true));

    assertThat(pull().draft()).isTrue();
    assertThat(bench.gitHub().journal().calls())
        .allMatch(call -> call.known() && call.path().startsWith("/api/"));
  }

  private void open(GitHubSettings settings) {
    bench = new GitHubBench(folder.resolve("models.git"), settings);
    head = bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", "one");
    number = bench.forge().open(draft(false)).number();
  }

  private List<String> ask(String... logins) {
    return bench.gitHubForge().askForReview(number, List.of(logins));
  }

  private void report(CommitStatus.State state, String description) {
    bench.gitHubForge().report(head, List.of(status("countersign/x", state, description)));
  }

  private void assertWritesNothing(Runnable repeated) {
    long before = bench.gitHub().journal().writes();
    repeated.run();
    assertThat(bench.gitHub().journal().writes()).isEqualTo(before);
  }

  private FakeMergeRequest pull() {
    return bench.gitHub().pull(number);
  }

  private List<String> statuses() {
    return bench.gitHub().forge().statuses().stream()
        .map(one -> one.name() + " " + one.state() + " " + one.description().orElse(""))
        .toList();
  }

  private List<String> deployments() {
    Caller api =
        new Caller(
            bench.gitHub().apiUrl().toString(),
            Map.of("Authorization", "Bearer " + bench.gitHub().botToken()));
    List<String> found = new java.util.ArrayList<>();
    api.get("/repos/" + bench.gitHub().fullName() + "/deployments")
        .json()
        .forEach(
            one ->
                found.add(
                    one.get("environment").asText()
                        + " "
                        + api.get(
                                "/repos/%s/deployments/%d/statuses"
                                    .formatted(bench.gitHub().fullName(), one.get("id").asLong()))
                            .json()
                            .get(0)
                            .get("state")
                            .asText()));
    return found;
  }

  private ForgeDeployment deployment(boolean succeeded) {
    return new ForgeDeployment(
        "diamonds-price/production",
        bench.tip(ForgeBench.TARGET).orElseThrow(),
        ForgeBench.TARGET,
        succeeded,
        "1.1.0 serves",
        Optional.of(LINK));
  }

  private static CommitStatus status(String name, CommitStatus.State state, String description) {
    return new CommitStatus(name, state, description, Optional.of(LINK));
  }

  private static MergeRequestDraft draft(boolean draft) {
    return new MergeRequestDraft(
        SOURCE, ForgeBench.TARGET, "Promote 1.0.0", "text", List.of("ml"), draft);
  }
}
