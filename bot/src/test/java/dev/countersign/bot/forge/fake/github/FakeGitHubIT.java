package dev.countersign.bot.forge.fake.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.Review;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.bot.forge.fake.http.Caller.Reply;
import dev.countersign.bot.forge.fake.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fake GitHub refuses what GitHub refuses, and remembers what GitHub remembers. */
class FakeGitHubIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String REPO = "/repos/acme/models";
  private static final String PULLS = REPO + "/pulls";

  @TempDir private Path folder;
  private FakeGitHub gitHub;
  private Caller bot;
  private String base;
  private String head;

  @BeforeEach
  void start() {
    start(GitHubSettings.current());
  }

  private void start(GitHubSettings settings) {
    gitHub =
        FakeGitHub.start(
            BareRepository.create(folder.resolve("models" + System.nanoTime() + ".git")), settings);
    bot = caller(gitHub.botToken());
    base = tip("main");
    head = gitHub.forge().push("dave", SOURCE, List.of(base), Map.of("a.json", "{}"));
  }

  @AfterEach
  void stop() {
    gitHub.close();
  }

  @Test
  void opensAPullRequest() {
    Reply reply = open("Promote 1.0.0", "text");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("number").asLong()).isEqualTo(1);
    assertThat(reply.json().get("head").get("sha").asText()).isEqualTo(head);
    assertThat(reply.json().get("user").get("login").asText()).isEqualTo(gitHub.botLogin());
    assertThat(gitHub.forge().repository().ref("refs/pull/1/head")).hasValue(head);
  }

  @Test
  void refusesASecondOpenOne_andOneThatBringsNothing() {
    open("Promote 1.0.0", "text");

    Reply second = open("Promote 1.0.1", "text");
    gitHub.forge().push("dave", "empty", List.of(base), Map.of());
    gitHub.forge().repository().move("refs/heads/empty", base);
    Reply empty = bot.json("POST", PULLS, body("empty", "Nothing", ""));

    assertThat(second.status()).isEqualTo(422);
    assertThat(second.json().get("errors").get(0).get("message").asText())
        .isEqualTo("A pull request already exists for acme:" + SOURCE + ".");
    assertThat(empty.json().get("errors").get(0).get("message").asText())
        .isEqualTo("No commits between main and empty");
  }

  @Test
  void findsByHead_inAnyState() {
    open("Promote 1.0.0", "text");
    gitHub.close(1, "alice");
    String query = PULLS + "?head=acme:" + Caller.encode(SOURCE);

    assertThat(bot.get(query).json()).isEmpty();
    assertThat(bot.get(query + "&state=all").json()).hasSize(1);
    assertThat(bot.get(PULLS + "?state=all&head=acme:other").json()).isEmpty();
    assertThat(bot.get(REPO + "/issues/1").json().get("closed_by").get("login").asText())
        .isEqualTo("alice");
  }

  @Test
  void changesTheDraftState_onlyByGraphQl() {
    String id = open("Promote 1.0.0", "text").json().get("node_id").asText();

    bot.json("PATCH", PULLS + "/1", "{\"draft\": true}");
    assertThat(bot.get(PULLS + "/1").json().get("draft").asBoolean()).isFalse();

    Reply reply =
        bot.json(
            "POST",
            "/graphql",
            Json.object()
                .put(
                    "query",
                    "mutation($id: ID!) { convertPullRequestToDraft(input: {pullRequestId: $id}) { clientMutationId } }")
                .put("variables", Map.of("id", id))
                .node()
                .toString());

    assertThat(reply.json().has("errors")).isFalse();
    assertThat(bot.get(PULLS + "/1").json().get("draft").asBoolean()).isTrue();
  }

  @Test
  void keepsTheHeadOfAReview() {
    open("Promote 1.0.0", "text");
    gitHub.approve(1, "alice");
    gitHub.review(1, "bob", Review.State.CHANGES_REQUESTED, "no");
    gitHub.forge().push("dave", SOURCE, List.of(head), Map.of("b.json", "{}"));

    JsonNode reviews = bot.get(PULLS + "/1/reviews").json();

    assertThat(reviews.get(0).get("state").asText()).isEqualTo("APPROVED");
    assertThat(reviews.get(0).get("commit_id").asText()).isEqualTo(head);
    assertThat(reviews.get(1).get("state").asText()).isEqualTo("CHANGES_REQUESTED");
  }

  @Test
  void refusesTheAuthorsApproval_andReviewersWhoAreNoCollaborators() {
    open("Promote 1.0.0", "text");

    Reply own = bot.json("POST", PULLS + "/1/reviews", "{\"event\": \"APPROVE\"}");
    Reply outsider =
        bot.json("POST", PULLS + "/1/requested_reviewers", "{\"reviewers\": [\"outsider\"]}");
    Reply alice =
        bot.json("POST", PULLS + "/1/requested_reviewers", "{\"reviewers\": [\"alice\"]}");

    assertThat(own.status()).isEqualTo(422);
    assertThat(outsider.status()).isEqualTo(422);
    assertThat(alice.status()).isEqualTo(201);
  }

  @Test
  void mergesWithARealCommit_andKnowsWhatBroughtIt() {
    open("Promote 1.0.0", "text");

    String merged = gitHub.merge(1, "alice", MergeMethod.SQUASH);

    assertThat(tip("main")).isEqualTo(merged);
    JsonNode found = bot.get(REPO + "/commits/" + merged + "/pulls").json();
    assertThat(found.get(0).get("number").asLong()).isEqualTo(1);
    assertThat(found.get(0).get("merge_commit_sha").asText()).isEqualTo(merged);
    assertThat(bot.get(PULLS + "/1").json().get("merged_by").get("login").asText())
        .isEqualTo("alice");
    assertThat(bot.get(REPO + "/commits/" + base + "/pulls").json()).isEmpty();
  }

  @Test
  void refusesToMerge_aStaleHead() {
    open("Promote 1.0.0", "text");

    Reply reply =
        caller(gitHub.tokenOf("alice"))
            .json("PUT", PULLS + "/1/merge", "{\"sha\": \"" + base + "\"}");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.body()).contains("Head branch was modified. Review and try the merge again.");
  }

  @Test
  void tellsTokensApart() {
    assertThat(caller("none").get(REPO).status()).isEqualTo(401);
    assertThat(caller(gitHub.tokenOf("outsider")).get(REPO).status()).isEqualTo(404);
    assertThat(caller(gitHub.actionsToken()).get("/user").body())
        .contains("Resource not accessible by integration");
    assertThat(
            caller(gitHub.readOnlyToken())
                .json("POST", PULLS, body(SOURCE, "Promote", ""))
                .status())
        .isEqualTo(403);
  }

  @Test
  void givesAnAppATokenForItsJwt() {
    Reply installation = caller(jwt()).get(REPO + "/installation");
    Reply token =
        caller(jwt())
            .json(
                "POST",
                "/app/installations/" + installation.json().get("id").asLong() + "/access_tokens",
                "{}");

    assertThat(token.status()).isEqualTo(201);
    Reply opened =
        caller(token.json().get("token").asText())
            .json("POST", PULLS, body(SOURCE, "Promote", "text"));
    assertThat(opened.json().get("user").get("login").asText()).isEqualTo(gitHub.appLogin());
    assertThat(opened.json().get("user").get("type").asText()).isEqualTo("Bot");
  }

  @Test
  void pagesWithAbsoluteLinks() {
    open("Promote 1.0.0", "text");
    for (int i = 0; i < 5; i++) {
      gitHub.comment(1, "alice", "comment " + i);
    }

    Reply first = bot.get(REPO + "/issues/1/comments?per_page=2");

    assertThat(first.json()).hasSize(2);
    String next = first.header("link").replaceFirst("^<([^>]+)>; rel=\"next\".*", "$1");
    assertThat(next).startsWith(gitHub.baseUrl() + "/repos/");
    assertThat(bot.get(next).json().get(0).get("body").asText()).isEqualTo("comment 2");
  }

  @Test
  void isFoundBelowApiV3_onAnEnterpriseServer() {
    gitHub.close();
    start(GitHubSettings.current().onEnterpriseServer());

    assertThat(gitHub.apiUrl().toString()).endsWith("/api/v3");
    assertThat(open("Promote 1.0.0", "text").status()).isEqualTo(201);
  }

  private Reply open(String title, String text) {
    return bot.json("POST", PULLS, body(SOURCE, title, text));
  }

  private static String body(String source, String title, String text) {
    return Json.object()
        .put("head", source)
        .put("base", "main")
        .put("title", title)
        .put("body", text)
        .node()
        .toString();
  }

  private String jwt() {
    long now = gitHub.clock().instant().getEpochSecond();
    return encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
        + "."
        + encode(
            "{\"iat\":%d,\"exp\":%d,\"iss\":\"%d\"}".formatted(now - 60, now + 300, gitHub.appId()))
        + ".c2lnbmF0dXJl";
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private Caller caller(String token) {
    return new Caller(gitHub.apiUrl().toString(), Map.of("Authorization", "Bearer " + token));
  }

  private String tip(String branch) {
    return gitHub.forge().repository().tip(branch).orElseThrow();
  }
}
