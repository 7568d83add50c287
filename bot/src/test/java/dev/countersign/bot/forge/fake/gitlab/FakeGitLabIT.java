package dev.countersign.bot.forge.fake.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.bot.forge.fake.http.Caller.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fake GitLab refuses what GitLab refuses, and remembers what GitLab remembers. */
class FakeGitLabIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String PROJECT = "/projects/acme%2Fml%2Fmodels";
  private static final String REQUESTS = PROJECT + "/merge_requests";

  @TempDir private Path folder;
  private FakeGitLab gitLab;
  private Caller bot;
  private String base;
  private String head;

  @BeforeEach
  void start() {
    gitLab = FakeGitLab.start(BareRepository.create(folder.resolve("models.git")));
    bot = caller(gitLab.botToken());
    base = tip("main");
    head = gitLab.forge().push("dave", SOURCE, List.of(base), Map.of("a.json", "{}"));
  }

  @AfterEach
  void stop() {
    gitLab.close();
  }

  @Test
  void opensAMergeRequest_fromAForm() {
    Reply reply = open("Promote 1.0.0", "text");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("iid").asLong()).isEqualTo(1);
    assertThat(reply.json().get("sha").asText()).isEqualTo(head);
    assertThat(reply.json().get("author").get("username").asText()).isEqualTo(gitLab.botLogin());
    assertThat(gitLab.forge().repository().ref("refs/merge-requests/1/head")).hasValue(head);
  }

  @Test
  void refusesASecondOpenOne() {
    open("Promote 1.0.0", "text");

    Reply reply = open("Promote 1.0.1", "text");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("message").get(0).asText())
        .isEqualTo("Another open merge request already exists for this source branch: !1");
  }

  @Test
  void findsByBranch() {
    open("Promote 1.0.0", "text");

    Reply reply = bot.get(REQUESTS + "?state=opened&source_branch=" + Caller.encode(SOURCE));

    assertThat(reply.json()).hasSize(1);
    assertThat(reply.header("x-total")).isEqualTo("1");
    assertThat(bot.get(REQUESTS + "?source_branch=other").json()).isEmpty();
  }

  @Test
  void executesQuickActions_ofWhoeverMayDoThat() {
    open("Promote 1.0.0", "fine\n/label ~evil\n/close\n");

    JsonNode one = bot.get(REQUESTS + "/1").json();
    assertThat(one.get("state").asText()).isEqualTo("closed");
    assertThat(one.get("labels").get(0).asText()).isEqualTo("evil");
    assertThat(one.get("description").asText()).isEqualTo("fine");
    assertThat(gitLab.executedQuickActions()).hasSize(2);
  }

  @Test
  void executesNothingInCode_andNotesMentions() {
    open("Promote 1.0.0", "```\n/close\n```\n`@bob` and @alice, mail x@y.z, then @all");

    assertThat(bot.get(REQUESTS + "/1").json().get("state").asText()).isEqualTo("opened");
    assertThat(gitLab.executedQuickActions()).isEmpty();
    assertThat(gitLab.mentions()).extracting("name").containsExactly("alice", "all");
  }

  @Test
  void showsApprovals_withTimes() {
    open("Promote 1.0.0", "text");
    gitLab.approve(1, "alice");

    JsonNode approvals = bot.get(REQUESTS + "/1/approvals").json();

    assertThat(approvals.get("approved_by").get(0).get("user").get("username").asText())
        .isEqualTo("alice");
    assertThat(approvals.get("approved_by").get(0).get("approved_at").asText())
        .startsWith("2026-05-03T14:00:");
  }

  @Test
  void keepsVersions_newestFirst() {
    open("Promote 1.0.0", "text");
    String next = gitLab.forge().push("dave", SOURCE, List.of(head), Map.of("b.json", "{}"));

    JsonNode versions = bot.get(REQUESTS + "/1/versions").json();

    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).get("head_commit_sha").asText()).isEqualTo(next);
    assertThat(versions.get(1).get("base_commit_sha").asText()).isEqualTo(base);
  }

  @Test
  void mergesWithARealCommit_andKnowsWhatBroughtIt() {
    open("Promote 1.0.0", "text");

    String merged = gitLab.merge(1, "alice", MergeMethod.SQUASH);

    assertThat(tip("main")).isEqualTo(merged);
    JsonNode found = bot.get(PROJECT + "/repository/commits/" + merged + "/merge_requests").json();
    assertThat(found.get(0).get("iid").asLong()).isEqualTo(1);
    assertThat(found.get(0).get("state").asText()).isEqualTo("merged");
    assertThat(found.get(0).get("merge_user").get("username").asText()).isEqualTo("alice");
    assertThat(found.get(0).get("merge_commit_sha").asText()).isEqualTo(merged);
    assertThat(found.get(0).get("squash_commit_sha").asText()).isNotEqualTo(merged);
  }

  @Test
  void refusesToMerge_aStaleHead() {
    open("Promote 1.0.0", "text");

    Reply reply =
        caller(gitLab.tokenOf("alice")).form("PUT", REQUESTS + "/1/merge", Map.of("sha", base));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.body()).contains("SHA does not match HEAD of source branch: " + head);
  }

  @Test
  void refusesStatesTwice() {
    Map<String, String> running = Map.of("state", "running", "name", "countersign/x");
    assertThat(bot.form("POST", PROJECT + "/statuses/" + head, running).status()).isEqualTo(201);

    Reply again = bot.form("POST", PROJECT + "/statuses/" + head, running);

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body()).contains("Cannot transition status via :run from :running");
  }

  @Test
  void storesUploads() {
    Reply reply = bot.file(PROJECT + "/uploads", "file", "residuals.png", "png");

    assertThat(reply.status()).isEqualTo(201);
    String url = reply.json().get("url").asText();
    assertThat(reply.json().get("markdown").asText()).isEqualTo("![residuals](" + url + ")");
    assertThat(bot.get(PROJECT + url).body()).isEqualTo("png");
  }

  @Test
  void tellsTokensApart() {
    assertThat(caller("glpat-none").get(PROJECT).status()).isEqualTo(401);
    assertThat(caller(gitLab.tokenOf("outsider")).get(PROJECT).body())
        .isEqualTo("{\"message\":\"404 Project Not Found\"}");
    Reply scope = caller(gitLab.readOnlyToken()).form("POST", REQUESTS, Map.of("title", "x"));
    assertThat(scope.status()).isEqualTo(403);
    assertThat(scope.json().get("error").asText()).isEqualTo("insufficient_scope");
  }

  @Test
  void countsReadsAndWrites() {
    open("Promote 1.0.0", "text");
    bot.get(REQUESTS + "/1");

    assertThat(gitLab.journal().writes()).isEqualTo(1);
    assertThat(gitLab.journal().reads()).isEqualTo(1);
    assertThat(gitLab.journal().calls().get(0).owner()).isEqualTo(gitLab.botLogin());
  }

  private Reply open(String title, String description) {
    return bot.form(
        "POST",
        REQUESTS,
        Map.of(
            "source_branch", SOURCE,
            "target_branch", "main",
            "title", title,
            "description", description));
  }

  private Caller caller(String token) {
    return new Caller(gitLab.baseUrl() + "/api/v4", Map.of("PRIVATE-TOKEN", token));
  }

  private String tip(String branch) {
    return gitLab.forge().repository().tip(branch).orElseThrow();
  }
}
