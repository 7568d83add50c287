package dev.countersign.bot.forge.fake.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.bot.forge.fake.http.Caller.Reply;
import dev.countersign.bot.forge.fake.http.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fake GitLab as other GitLabs are: older, paid, below a path, out of order. */
class OtherGitLabsIT {
  private static final String PROJECT = "/projects/4711";
  private static final String FIRST = PROJECT + "/merge_requests/1";

  @TempDir private Path folder;
  private FakeGitLab gitLab;
  private Caller bot;

  @AfterEach
  void stop() {
    gitLab.close();
  }

  @Test
  void saysNotWhenApproved_beforeThatWasAdded() {
    start(GitLabSettings.current().withVersion("15.3.0"));
    open(Map.of());
    gitLab.approve(1, "alice");

    JsonNode approval = bot.get(FIRST + "/approvals").json().get("approved_by").get(0);

    assertThat(approval.has("user")).isTrue();
    assertThat(approval.has("approved_at")).isFalse();
    assertThat(bot.form("PUT", FIRST + "/reset_approvals", Map.of()).status()).isEqualTo(404);
    assertThat(bot.get(FIRST + "/notes").json().get(0).get("body").asText())
        .isEqualTo("approved this merge request");
  }

  @Test
  void keepsOneReviewer_onTheFreeTier() {
    start(GitLabSettings.current());

    assertThat(open(reviewers()).json().get("reviewers")).hasSize(1);
  }

  @Test
  void keepsAllReviewers_onAPaidTier() {
    start(GitLabSettings.current().paid());

    assertThat(open(reviewers()).json().get("reviewers")).hasSize(2);
  }

  private Map<String, String> reviewers() {
    return Map.of(
        "reviewer_ids", gitLab.people().get("alice").id() + "",
        "reviewer_ids[]", gitLab.people().get("bob").id() + "");
  }

  @Test
  void isFoundBelowAPath_andLinksToIt() {
    start(GitLabSettings.current().below("/gitlab"));
    open(Map.of());

    Reply first = bot.get(PROJECT + "/repository/branches?per_page=1");

    assertThat(first.header("x-next-page")).isEqualTo("2");
    assertThat(first.header("link"))
        .contains("<" + gitLab.baseUrl() + "/api/v4/projects/4711/repository/branches?page=2");
    assertThat(bot.get(FIRST).json().get("web_url").asText())
        .isEqualTo(gitLab.baseUrl() + "/acme/ml/models/-/merge_requests/1");
  }

  @Test
  void linksToAProxy_ifThereIsOne() {
    start(GitLabSettings.current());
    gitLab.seenAs(URI.create("http://proxy.example"));
    open(Map.of());

    assertThat(bot.get(FIRST).json().get("web_url").asText()).startsWith("http://proxy.example/");
  }

  @Test
  void letsDevelopersMerge_ifTheBranchDoes() {
    start(GitLabSettings.current().protecting(Role.MAINTAINER, Role.DEVELOPER));
    open(Map.of());

    assertThat(bot.form("PUT", FIRST + "/merge", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void keepsMergingFromWhoeverMayNot_andFromDrafts() {
    start(GitLabSettings.current());
    open(Map.of("title", "Draft: x"));

    Reply bots = bot.form("PUT", FIRST + "/merge", Map.of());
    Reply alices = caller(gitLab.tokenOf("alice")).form("PUT", FIRST + "/merge", Map.of());

    assertThat(bots.status()).isEqualTo(401);
    assertThat(alices.status()).isEqualTo(405);
  }

  @Test
  void opensLittle_forAJobToken() {
    start(GitLabSettings.current());
    Caller job = new Caller(gitLab.baseUrl() + "/api/v4", Map.of("JOB-TOKEN", gitLab.jobToken()));

    assertThat(job.get(PROJECT + "/merge_requests").status()).isEqualTo(404);
    assertThat(job.get(PROJECT + "/deployments").status()).isEqualTo(200);
  }

  @Test
  void answersAsOrdered_insteadOfDoingIt() {
    start(GitLabSettings.current());
    gitLab
        .faults()
        .instead(
            request -> request.method().equals("POST"), Answer.json(502, Json.object().node()));

    assertThat(open(Map.of()).status()).isEqualTo(502);
    assertThat(gitLab.forge().mergeRequests().all()).isEmpty();
    assertThat(open(Map.of()).status()).isEqualTo(201);
  }

  @Test
  void answersAsOrdered_afterDoingIt() {
    start(GitLabSettings.current());
    gitLab
        .faults()
        .afterwards(
            request -> request.method().equals("POST"), Answer.json(502, Json.object().node()));

    assertThat(open(Map.of()).status()).isEqualTo(502);
    assertThat(gitLab.forge().mergeRequests().all()).hasSize(1);
  }

  @Test
  void notesReferences() {
    start(GitLabSettings.current());
    open(Map.of("description", "Fixes #1, see acme/other!3, not `#4`, not colour &#39;"));

    assertThat(gitLab.references()).extracting("name").containsExactly("Fixes #1", "acme/other!3");
  }

  @Test
  void noticesAPush() {
    start(GitLabSettings.current());
    open(Map.of());
    gitLab
        .forge()
        .push("dave", "feature", List.of(gitLab.mergeRequest(1).head()), Map.of("b", "b"));

    assertThat(bot.get(FIRST + "/notes").json().get(0).get("body").asText())
        .isEqualTo("added 1 commit");
    assertThat(bot.get(FIRST + "/notes").json().get(0).get("author").get("username").asText())
        .isEqualTo("dave");
  }

  private void start(GitLabSettings settings) {
    gitLab = FakeGitLab.start(BareRepository.create(folder.resolve("models.git")), settings);
    bot = caller(gitLab.botToken());
    String main = gitLab.forge().repository().tip("main").orElseThrow();
    gitLab.forge().push("dave", "feature", List.of(main), Map.of("a", "a"));
  }

  private Reply open(Map<String, String> more) {
    Json fields =
        Json.object()
            .put("source_branch", "feature")
            .put("target_branch", "main")
            .put("title", "Promote");
    more.forEach(fields::put);
    if (more.containsKey("reviewer_ids")) {
      fields.put("reviewer_ids", List.copyOf(more.values()));
    }
    return bot.json("POST", PROJECT + "/merge_requests", fields.node().toString());
  }

  private Caller caller(String token) {
    return new Caller(gitLab.baseUrl() + "/api/v4", Map.of("Authorization", "Bearer " + token));
  }
}
