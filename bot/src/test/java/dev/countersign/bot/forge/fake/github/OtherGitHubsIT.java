package dev.countersign.bot.forge.fake.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.bot.forge.fake.http.Caller.Reply;
import dev.countersign.bot.forge.fake.http.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fake GitHub as other GitHubs are: without drafts, with branch protection, out of order. */
class OtherGitHubsIT {
  private static final String PULLS = "/repos/acme/models/pulls";

  @TempDir private Path folder;
  private FakeGitHub gitHub;
  private Caller bot;
  private String main;
  private String head;

  @AfterEach
  void stop() {
    gitHub.close();
  }

  @Test
  void refusesDrafts_whereThePlanHasNone() {
    start(GitHubSettings.current().withoutDrafts());

    assertThat(open(true).body()).contains("Draft pull requests are not supported");
    assertThat(open(false).status()).isEqualTo(201);
  }

  @Test
  void refusesToMerge_withoutTheRequiredApproval() {
    start(GitHubSettings.current().requiring(1, false));
    open(false);

    assertThat(merge().status()).isEqualTo(405);
    gitHub.approve(1, "alice");
    assertThat(merge().status()).isEqualTo(200);
  }

  @Test
  void dismissesApprovals_onAPush() {
    start(GitHubSettings.current().requiring(1, true));
    open(false);
    gitHub.approve(1, "alice");

    gitHub.forge().push("dave", "feature", List.of(head), Map.of("b", "b"));

    assertThat(bot.get(PULLS + "/1/reviews").json().get(0).get("state").asText())
        .isEqualTo("DISMISSED");
    assertThat(merge().status()).isEqualTo(405);
  }

  @Test
  void reopensOnly_whatGrew() {
    start(GitHubSettings.current());
    open(false);
    gitHub.close(1, "alice");
    gitHub.forge().push("dave", "feature", List.of(main), Map.of("other", "o"));

    Reply refused = bot.json("PATCH", PULLS + "/1", "{\"state\": \"open\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("branch was force-pushed or recreated");
  }

  @Test
  void closesWhatHasLostItsBranch() {
    start(GitHubSettings.current());
    open(false);

    gitHub.forge().deleteBranch("dave", "feature");

    JsonNode issue = bot.get("/repos/acme/models/issues/1").json();
    assertThat(issue.get("state").asText()).isEqualTo("closed");
    assertThat(issue.get("closed_by").get("login").asText()).isEqualTo("dave");
  }

  @Test
  void tellsAForcedPush() {
    start(GitHubSettings.current());
    open(false);
    gitHub.forge().push("dave", "feature", List.of(main), Map.of("other", "o"));

    assertThat(kinds()).contains("head_ref_force_pushed");
  }

  @Test
  void limitsTheRate_asOrdered() {
    start(GitHubSettings.current());
    gitHub.faults().instead(request -> true, GitHubFaults.secondaryRateLimit(7));

    Reply reply = bot.get(PULLS);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("retry-after")).isEqualTo("7");
    assertThat(bot.get(PULLS).header("x-ratelimit-remaining")).isEqualTo("4999");
  }

  @Test
  void refusesStatuses_thatAreTooLongOrTooMany() {
    start(GitHubSettings.current());
    String statuses = "/repos/acme/models/statuses/" + head;
    String longText = "x".repeat(141);

    assertThat(
            bot.json(
                    "POST",
                    statuses,
                    "{\"state\": \"success\", \"description\": \"" + longText + "\"}")
                .status())
        .isEqualTo(422);
    for (int i = 0; i < 1000; i++) {
      bot.json("POST", statuses, "{\"state\": \"pending\", \"context\": \"c\"}");
    }
    assertThat(bot.json("POST", statuses, "{\"state\": \"pending\", \"context\": \"c\"}").body())
        .contains("maximum number of statuses");
  }

  private List<String> kinds() {
    JsonNode events = bot.get("/repos/acme/models/issues/1/events").json();
    return Stream.iterate(0, i -> i < events.size(), i -> i + 1)
        .map(i -> events.get(i).get("event").asText())
        .toList();
  }

  private void start(GitHubSettings settings) {
    gitHub = FakeGitHub.start(BareRepository.create(folder.resolve("models.git")), settings);
    bot =
        new Caller(
            gitHub.apiUrl().toString(), Map.of("Authorization", "token " + gitHub.botToken()));
    main = gitHub.forge().repository().tip("main").orElseThrow();
    head = gitHub.forge().push("dave", "feature", List.of(main), Map.of("a", "a"));
  }

  private Reply open(boolean draft) {
    return bot.json(
        "POST",
        PULLS,
        Json.object()
            .put("head", "feature")
            .put("base", "main")
            .put("title", "Promote")
            .put("draft", draft)
            .node()
            .toString());
  }

  private Reply merge() {
    return bot.json("PUT", PULLS + "/1/merge", "{}");
  }
}
