package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.ForgeDeployment;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.Comment;
import dev.countersign.bot.forge.fake.CommitStatusEntry;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.gitlab.GitLabSettings;
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

/** What GitLab shows beside the text; each test says it twice and looks that nothing is written. */
class GitLabSignalsIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final URI LINK = URI.create("https://gitlab.example/report");

  @TempDir private Path folder;
  private GitLabBench bench;
  private CommitId head;
  private long number;

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  @DisplayName("Labels that people gave a merge request stay; the bot replaces its own")
  void keepsLabelsOfPeople() {
    open(GitLabSettings.current());
    bench.forge().update(number, labelled(List.of("model-promotion", "verdict: better")));
    request().labels().add("urgent");
    MergeRequestDraft mixed = labelled(List.of("model-promotion", "verdict: mixed"));

    bench.forge().update(number, mixed);

    assertThat(request().labels()).contains("urgent", "model-promotion", "verdict: mixed");
    assertThat(request().labels()).doesNotContain("verdict: better");
    assertWritesNothing(() -> bench.forge().update(number, mixed));
  }

  private static MergeRequestDraft labelled(List<String> labels) {
    return new MergeRequestDraft(SOURCE, ForgeBench.TARGET, "Promote", "text", labels, false);
  }

  @Test
  void asksTheFirstOnAFreePlan_andAssignsHim() {
    open(GitLabSettings.current());

    List<String> unknown = ask("alice", "nobody-here", "bob");

    assertThat(unknown).containsExactly("nobody-here");
    assertThat(request().reviewers()).extracting(Person::login).containsExactly("alice");
    assertThat(request().assignees()).extracting(Person::login).containsExactly("alice");
    assertWritesNothing(() -> ask("alice", "nobody-here", "bob"));
  }

  @Test
  void asksAllOnAPaidPlan_andSaysWhomItDidNotTake() {
    open(GitLabSettings.current().paid());

    assertThat(ask("alice", "bob", "outsider")).containsExactly("outsider");

    assertThat(request().reviewers()).extracting(Person::login).containsExactly("alice", "bob");
    assertWritesNothing(() -> ask("Alice", "bob", "outsider"));
  }

  @Test
  void takesNobodyOff_andReplacesNoAssignee() {
    open(GitLabSettings.current().paid());
    request().reviewers().add(bench.gitLab().people().get("carol"));
    request().assignees().add(bench.gitLab().people().get("dave"));

    ask("alice");

    assertThat(request().reviewers()).extracting(Person::login).contains("carol", "alice");
    assertThat(request().assignees()).extracting(Person::login).containsExactly("dave");
  }

  @Test
  void setsAStatusForEachName_andWritesNoneTwice() {
    open(GitLabSettings.current());
    List<CommitStatus> statuses =
        List.of(
            status("countersign/promotion", CommitStatus.State.PENDING, "waits for review"),
            status("countersign/gate/rmse", CommitStatus.State.FAILURE, "0.5 % worse"));

    report(statuses);

    assertThat(statuses())
        .containsExactlyInAnyOrder(
            "countersign/promotion pending waits for review https://gitlab.example/report",
            "countersign/gate/rmse failed 0.5 % worse https://gitlab.example/report");
    assertWritesNothing(() -> report(statuses));
  }

  @Test
  void replacesAStatus() {
    open(GitLabSettings.current());
    report(List.of(status("countersign/x", CommitStatus.State.FAILURE, "worse")));

    report(List.of(status("countersign/x", CommitStatus.State.SUCCESS, "better")));

    assertThat(statuses()).last().asString().startsWith("countersign/x success better");
  }

  @Test
  @DisplayName("A refused transition to the same state is as good as done")
  void takesTheSameStateForGranted() {
    open(GitLabSettings.current());
    report(List.of(status("countersign/x", CommitStatus.State.PENDING, "waits")));

    report(List.of(status("countersign/x", CommitStatus.State.PENDING, "waits for alice")));

    assertThat(statuses()).hasSize(1);
  }

  @Test
  @DisplayName("I5: one comment per topic, edited in place")
  void saysItOnce_andEditsIt() {
    open(GitLabSettings.current());
    forge().comment(number, "hand-edited", "Somebody pushed.");
    assertWritesNothing(() -> forge().comment(number, "hand-edited", "Somebody pushed.\n"));

    forge().comment(number, "hand-edited", "Bob pushed.");
    forge().comment(number, "other", "Else.");

    assertThat(request().comments())
        .extracting(Comment::body)
        .containsExactly(
            "<!-- countersign:hand-edited -->\n\nBob pushed.",
            "<!-- countersign:other -->\n\nElse.");
  }

  @Test
  @DisplayName("Fault row 26: a marker in somebody else's comment is not ours")
  void doesNotAdoptAForgedMarker() {
    open(GitLabSettings.current());
    bench.gitLab().comment(number, "dave", "<!-- countersign:x -->\n\nhi");

    forge().comment(number, "x", "Said by the bot.");

    assertThat(request().comments()).hasSize(2);
    assertThat(request().comments().get(0).body()).endsWith("hi");
  }

  @Test
  @DisplayName("I8, fault row 24: a comment makes GitLab do nothing")
  void executesNothingInAComment() {
    open(GitLabSettings.current());

    forge().comment(number, "x", "/close\n\n/approve\r/merge\n```\n/close\n```\n");

    assertThat(bench.gitLab().executedQuickActions()).isEmpty();
    assertThat(request().open()).isTrue();
  }

  @Test
  void takesApprovalsBack_andAsksNothingWhereThereAreNone() {
    open(GitLabSettings.current());
    assertWritesNothing(() -> forge().resetApprovals(number));
    bench.approve(number, "alice");

    forge().resetApprovals(number);

    assertThat(bench.forge().conversation(number).approvals()).isEmpty();
  }

  @Test
  @DisplayName("Taking approvals back is skipped where GitLab refuses it to a person's token")
  void skipsTheReset_whereItIsRefused() {
    open(GitLabSettings.current());
    bench.approve(number, "alice");
    dev.countersign.bot.forge.gitlab.GitLabSettings person =
        bench.settings(bench.gitLab().baseUrl(), bench.gitLab().tokenOf("carol"));

    bench.gitLabForge(person).resetApprovals(number);

    assertThat(bench.forge().conversation(number).approvals()).hasSize(1);
  }

  @Test
  void recordsADeployment_once() {
    open(GitLabSettings.current());
    ForgeDeployment deployment = deployment(head, true, Optional.of(LINK));

    forge().deployed(deployment);

    assertThat(deployments()).containsExactly("success " + head);
    assertThat(environments()).containsExactly("diamonds-price/production " + LINK);
    assertWritesNothing(() -> forge().deployed(deployment));
  }

  @Test
  void recordsEachOutcome_andABackAgain() {
    open(GitLabSettings.current());
    CommitId before = bench.tip(ForgeBench.TARGET).orElseThrow();
    forge().deployed(deployment(before, true, Optional.empty()));
    forge().deployed(deployment(head, false, Optional.empty()));
    forge().deployed(deployment(head, true, Optional.empty()));

    forge().deployed(deployment(before, true, Optional.empty()));

    assertThat(deployments())
        .containsExactly(
            "success " + before, "failed " + head, "success " + head, "success " + before);
  }

  @Test
  void endsADeploymentThatIsRunning() {
    open(GitLabSettings.current());
    api()
        .form(
            "POST",
            project() + "/deployments",
            Map.of(
                "environment", "diamonds-price/production",
                "sha", head.hex(),
                "ref", "main",
                "tag", "false",
                "status", "running"));

    forge().deployed(deployment(head, true, Optional.empty()));

    assertThat(deployments()).containsExactly("success " + head);
  }

  @Test
  void movesAnEnvironmentsPage() {
    open(GitLabSettings.current());
    forge().deployed(deployment(head, true, Optional.of(LINK)));
    URI other = URI.create("https://models.example/v2");

    forge().deployed(deployment(head, true, Optional.of(other)));

    assertThat(environments()).containsExactly("diamonds-price/production " + other);
  }

  private void open(GitLabSettings settings) {
    bench = new GitLabBench(folder, settings);
    head = bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", "{}");
    number =
        forge()
            .open(
                new MergeRequestDraft(
                    SOURCE, ForgeBench.TARGET, "Promote", "text", List.of(), false))
            .number();
  }

  private void assertWritesNothing(Runnable again) {
    long before = bench.gitLab().journal().writes();
    again.run();
    assertThat(bench.gitLab().journal().writes()).isEqualTo(before);
  }

  private GitLabForge forge() {
    return bench.gitLabForge();
  }

  private List<String> ask(String... logins) {
    return forge().askForReview(number, List.of(logins));
  }

  private void report(List<CommitStatus> statuses) {
    forge().report(head, statuses);
  }

  private FakeMergeRequest request() {
    return bench.gitLab().mergeRequest(number);
  }

  private List<String> statuses() {
    return bench.gitLab().forge().statuses().stream()
        .map(
            (CommitStatusEntry status) ->
                "%s %s %s %s"
                    .formatted(
                        status.name(),
                        status.state(),
                        status.description().orElse(""),
                        status.targetUrl().orElse("")))
        .toList();
  }

  private List<String> deployments() {
    return listed(project() + "/deployments", "status", "sha");
  }

  private List<String> environments() {
    return listed(project() + "/environments", "name", "external_url");
  }

  private List<String> listed(String path, String one, String other) {
    List<String> texts = new java.util.ArrayList<>();
    for (JsonNode node : api().get(path).json()) {
      texts.add(node.path(one).asText() + " " + node.path(other).asText());
    }
    return texts;
  }

  private Caller api() {
    return new Caller(
        bench.gitLab().baseUrl() + "/api/v4", Map.of("PRIVATE-TOKEN", bench.gitLab().botToken()));
  }

  private String project() {
    return "/projects/" + Caller.encode(bench.gitLab().projectPath());
  }

  private static CommitStatus status(String name, CommitStatus.State state, String description) {
    return new CommitStatus(name, state, description, Optional.of(LINK));
  }

  private static ForgeDeployment deployment(
      CommitId commit, boolean succeeded, Optional<URI> link) {
    return new ForgeDeployment(
        "diamonds-price/production", commit, ForgeBench.TARGET, succeeded, "live", link);
  }
}
