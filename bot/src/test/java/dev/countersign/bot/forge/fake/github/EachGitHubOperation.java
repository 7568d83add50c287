package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.bot.forge.fake.http.Caller.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A fake GitHub with something of everything, and a call of each operation. */
final class EachGitHubOperation implements AutoCloseable {
  private static final String R = "/repos/{owner}/{repo}";
  private static final String PULL = R + "/pulls/{pull_number}";
  private static final String ISSUE = R + "/issues/{issue_number}";
  private static final String REPO = "/repos/acme/models";

  private final FakeGitHub gitHub;
  private final Caller bot;
  private final Caller admin;
  private final String head;
  private final long review;
  private final long comment;
  private final long deployment;
  private final long ruleset;
  private final Map<String, Supplier<Reply>> calls = new LinkedHashMap<>();

  EachGitHubOperation(Path folder) {
    gitHub =
        FakeGitHub.start(
            BareRepository.create(folder), GitHubSettings.current().requiring(1, true));
    bot = caller(gitHub.botToken());
    admin = caller(gitHub.tokenOf("admin"));
    head = branch("one");
    branch("two");
    branch("three");
    open("one");
    open("two");
    open("three");
    gitHub.approve(1, "alice");
    gitHub.approve(2, "alice");
    gitHub.approve(2, "bob");
    gitHub.comment(1, "alice", "fine");
    bot.json("POST", REPO + "/issues/1/labels", "{\"labels\": [\"ml\", \"b\"]}");
    bot.json("POST", REPO + "/issues/1/assignees", "{\"assignees\": [\"bob\"]}");
    bot.json("POST", REPO + "/pulls/1/requested_reviewers", "{\"reviewers\": [\"carol\"]}");
    bot.json("POST", REPO + "/statuses/" + head, "{\"state\": \"success\", \"context\": \"x\"}");
    gitHub.merge(3, "admin", dev.countersign.bot.forge.fake.MergeMethod.MERGE);
    gitHub.ruleset("release", List.of("pull_request", "update"), 1, "admin");
    ruleset = bot.get(REPO + "/rules/branches/release").json().path(0).path("ruleset_id").asLong();
    review = id(REPO + "/pulls/1/reviews");
    comment = id(REPO + "/issues/1/comments");
    deployment =
        bot.json("POST", REPO + "/deployments", "{\"ref\": \"main\"}").json().path("id").asLong();
  }

  Map<String, Supplier<Reply>> all() {
    accounts();
    repository();
    commits();
    objects();
    pulls();
    reviews();
    issues();
    labels();
    deployments();
    return calls;
  }

  /** One refusal of each kind. */
  Map<String, Supplier<Reply>> refused() {
    Map<String, Supplier<Reply>> refused = new LinkedHashMap<>();
    refused.put("POST " + R + "/pulls", () -> open("one"));
    refused.put("GET " + PULL, () -> bot.get(REPO + "/pulls/99"));
    refused.put("GET " + R + "/rulesets/{ruleset_id}", () -> bot.get(REPO + "/rulesets/1"));
    refused.put("GET /user", () -> caller("none").get("/user"));
    refused.put(
        "PUT " + PULL + "/merge",
        () -> admin.json("PUT", REPO + "/pulls/2/merge", "{\"sha\": \"" + head + "\"}"));
    refused.put(
        "POST " + R + "/git/refs",
        () -> bot.json("POST", REPO + "/git/refs", ref("refs/heads/one", head)));
    return refused;
  }

  private void accounts() {
    get("/user", "/user");
    get("/users/{username}", "/users/alice");
    get("/rate_limit", "/rate_limit");
    gitHub.people().group("acme/risk", "rita", gitHub.botLogin());
    calls.put(
        "GET /orgs/{org}/teams/{team_slug}/members",
        () -> caller(FakeGitHub.TEAMS_TOKEN).get("/orgs/acme/teams/risk/members"));
    get("/meta", "/meta");
    calls.put("GET /app", () -> caller(jwt()).get("/app"));
    String installation = "/app/installations/" + GitHubTokens.INSTALLATION_ID;
    calls.put("GET /app/installations/{installation_id}", () -> caller(jwt()).get(installation));
    calls.put(
        "POST /app/installations/{installation_id}/access_tokens",
        () -> caller(jwt()).json("POST", installation + "/access_tokens", "{}"));
    calls.put("GET " + R + "/installation", () -> caller(jwt()).get(REPO + "/installation"));
  }

  private void repository() {
    get(R, REPO);
    get(R + "/branches", REPO + "/branches");
    get(R + "/branches/{branch}", REPO + "/branches/main");
    calls.put(
        "GET " + R + "/branches/{branch}/protection",
        () -> admin.get(REPO + "/branches/main/protection"));
    get(R + "/rules/branches/{branch}", REPO + "/rules/branches/release");
    get(R + "/rulesets/{ruleset_id}", REPO + "/rulesets/" + ruleset);
    get(R + "/collaborators", REPO + "/collaborators");
    get(R + "/collaborators/{username}", REPO + "/collaborators/alice");
    get(R + "/collaborators/{username}/permission", REPO + "/collaborators/alice/permission");
  }

  private void commits() {
    get(R + "/commits", REPO + "/commits");
    get(R + "/commits/{ref}", REPO + "/commits/" + head);
    get(R + "/commits/{commit_sha}/pulls", REPO + "/commits/" + head + "/pulls");
    get(R + "/commits/{ref}/status", REPO + "/commits/" + head + "/status");
    get(R + "/commits/{ref}/statuses", REPO + "/commits/" + head + "/statuses");
    json("POST", R + "/statuses/{sha}", REPO + "/statuses/" + head, "{\"state\": \"pending\"}");
  }

  private void objects() {
    String git = REPO + "/git";
    String tree = bot.get(git + "/commits/" + head).json().path("tree").path("sha").asText();
    String blob = bot.get(git + "/trees/" + tree).json().path("tree").path(0).path("sha").asText();
    get(R + "/contents/{path}", REPO + "/contents/README.md");
    get(R + "/git/blobs/{file_sha}", git + "/blobs/" + blob);
    json("POST", R + "/git/blobs", git + "/blobs", "{\"content\": \"x\"}");
    get(R + "/git/trees/{tree_sha}", git + "/trees/" + tree + "?recursive=1");
    json(
        "POST",
        R + "/git/trees",
        git + "/trees",
        ("{\"base_tree\": \"%s\", \"tree\": [{\"path\": \"n\", \"mode\": \"100644\","
                + " \"type\": \"blob\", \"content\": \"x\"}]}")
            .formatted(tree));
    get(R + "/git/commits/{commit_sha}", git + "/commits/" + head);
    json(
        "POST",
        R + "/git/commits",
        git + "/commits",
        "{\"message\": \"m\", \"tree\": \"%s\", \"parents\": [\"%s\"]}".formatted(tree, head));
    json("POST", R + "/git/refs", git + "/refs", ref("refs/heads/assets", head));
    get(R + "/git/ref/{ref}", git + "/ref/heads/one");
    get(R + "/git/matching-refs/{ref}", git + "/matching-refs/heads/o");
    branch("moving");
    String next =
        gitHub.forge().push("dave", "elsewhere", List.of(tip("moving")), Map.of("z", "z"));
    json("PATCH", R + "/git/refs/{ref}", git + "/refs/heads/moving", ref("", next));
    calls.put("DELETE " + R + "/git/refs/{ref}", () -> bot.delete(git + "/refs/heads/elsewhere"));
  }

  private void pulls() {
    String pull = REPO + "/pulls/1";
    get(R + "/pulls", REPO + "/pulls?state=all");
    branch("four");
    calls.put("POST " + R + "/pulls", () -> open("four"));
    get(PULL, pull);
    json("PATCH", PULL, pull, "{\"title\": \"Another\", \"body\": \"text\"}");
    get(PULL + "/commits", pull + "/commits");
    get(PULL + "/files", pull + "/files");
    get(PULL + "/merge", REPO + "/pulls/3/merge");
    calls.put(
        "PUT " + PULL + "/merge",
        () -> admin.json("PUT", REPO + "/pulls/2/merge", "{\"merge_method\": \"squash\"}"));
  }

  private void reviews() {
    String pull = REPO + "/pulls/1";
    String people = "{\"reviewers\": [\"bob\"]}";
    get(PULL + "/requested_reviewers", pull + "/requested_reviewers");
    json("POST", PULL + "/requested_reviewers", pull + "/requested_reviewers", people);
    json("DELETE", PULL + "/requested_reviewers", pull + "/requested_reviewers", people);
    get(PULL + "/reviews", pull + "/reviews");
    json("POST", PULL + "/reviews", pull + "/reviews", "{\"event\": \"COMMENT\", \"body\": \"x\"}");
    get(PULL + "/reviews/{review_id}", pull + "/reviews/" + review);
    json(
        "PUT",
        PULL + "/reviews/{review_id}/dismissals",
        pull + "/reviews/" + review + "/dismissals",
        "{\"message\": \"stale\"}");
  }

  private void issues() {
    String issue = REPO + "/issues/1";
    String people = "{\"assignees\": [\"alice\"]}";
    get(ISSUE, issue);
    json("PATCH", ISSUE, issue, "{\"labels\": [\"ml\", \"other\"]}");
    json("POST", ISSUE + "/assignees", issue + "/assignees", people);
    json("DELETE", ISSUE + "/assignees", issue + "/assignees", people);
    get(ISSUE + "/events", issue + "/events");
    get(ISSUE + "/comments", issue + "/comments");
    json("POST", ISSUE + "/comments", issue + "/comments", "{\"body\": \"hello\"}");
    String one = R + "/issues/comments/{comment_id}";
    get(one, REPO + "/issues/comments/" + comment);
    json("PATCH", one, REPO + "/issues/comments/" + comment, "{\"body\": \"hello\"}");
    long mine =
        bot.json("POST", issue + "/comments", "{\"body\": \"x\"}").json().path("id").asLong();
    calls.put("DELETE " + one, () -> bot.delete(REPO + "/issues/comments/" + mine));
  }

  private void labels() {
    String one = REPO + "/issues/1/labels";
    String two = REPO + "/issues/2/labels";
    String names = "{\"labels\": [\"ml\", \"gone\"]}";
    get(R + "/labels", REPO + "/labels");
    json("POST", R + "/labels", REPO + "/labels", "{\"name\": \"new\", \"color\": \"ff0000\"}");
    get(R + "/labels/{name}", REPO + "/labels/ml");
    get(ISSUE + "/labels", one);
    json("POST", ISSUE + "/labels", one, names);
    json("PUT", ISSUE + "/labels", one, names);
    calls.put("DELETE " + ISSUE + "/labels", () -> bot.delete(two));
    calls.put("DELETE " + ISSUE + "/labels/{name}", () -> bot.delete(one + "/ml"));
  }

  private void deployments() {
    String one = REPO + "/deployments/" + deployment;
    get(R + "/deployments", REPO + "/deployments");
    json(
        "POST",
        R + "/deployments",
        REPO + "/deployments",
        "{\"ref\": \"main\", \"required_contexts\": []}");
    get(R + "/deployments/{deployment_id}", one);
    get(R + "/deployments/{deployment_id}/statuses", one + "/statuses");
    json(
        "POST",
        R + "/deployments/{deployment_id}/statuses",
        one + "/statuses",
        "{\"state\": \"success\", \"environment_url\": \"https://example.com\","
            + " \"log_url\": \"https://example.com/log\"}");
  }

  private void get(String template, String path) {
    calls.put("GET " + template, () -> bot.get(path));
  }

  private void json(String method, String template, String path, String body) {
    calls.put(method + " " + template, () -> bot.json(method, path, body));
  }

  private Reply open(String branch) {
    return bot.json(
        "POST",
        REPO + "/pulls",
        "{\"head\": \"%s\", \"base\": \"main\", \"title\": \"Promote\", \"body\": \"text\"}"
            .formatted(branch));
  }

  private String branch(String name) {
    return gitHub.forge().push("dave", name, List.of(tip("main")), Map.of(name + ".json", "{}"));
  }

  private String tip(String branch) {
    return gitHub.forge().repository().tip(branch).orElseThrow();
  }

  private long id(String list) {
    return bot.get(list).json().path(0).path("id").asLong();
  }

  private static String ref(String name, String sha) {
    return "{\"ref\": \"%s\", \"sha\": \"%s\"}".formatted(name, sha);
  }

  private Caller caller(String token) {
    return new Caller(gitHub.apiUrl().toString(), Map.of("Authorization", "Bearer " + token));
  }

  private String jwt() {
    long now = gitHub.clock().instant().getEpochSecond();
    String claims =
        "{\"iat\":%d,\"exp\":%d,\"iss\":\"%d\"}".formatted(now - 60, now + 300, gitHub.appId());
    return encode("{\"alg\":\"RS256\"}") + "." + encode(claims) + ".c2lnbmF0dXJl";
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    gitHub.close();
  }
}
