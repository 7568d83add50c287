package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.bot.forge.fake.http.Caller.Reply;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A fake GitLab with something of everything, and a call of each operation. */
final class EachGitLabOperation implements AutoCloseable {
  private static final String R = "/projects/{id}";
  private static final String ONE = R + "/merge_requests/{iid}";
  private static final String PROJECT = "/projects/acme%2Fml%2Fmodels";
  private static final String FIRST = PROJECT + "/merge_requests/1";

  private final FakeGitLab gitLab;
  private final FakeGitLab paid;
  private final Caller bot;
  private final Caller alice;
  private final String head;
  private final String merged;
  private final long alicesId;
  private final long environment;
  private final long deployment;
  private final Map<String, Supplier<Reply>> calls = new LinkedHashMap<>();

  EachGitLabOperation(Path folder) {
    gitLab = FakeGitLab.start(BareRepository.create(folder));
    paid =
        FakeGitLab.start(
            BareRepository.create(folder.resolveSibling("paid.git")),
            GitLabSettings.current().paid());
    bot = caller(gitLab.botToken());
    alice = caller(gitLab.tokenOf("alice"));
    alicesId = gitLab.people().get("alice").id();
    head = branch("one");
    for (String name : List.of("two", "three")) {
      branch(name);
    }
    open("one", Map.of("labels", "ml,b", "assignee_ids[]", "" + alicesId));
    open("two", Map.of("reviewer_ids[]", "" + alicesId));
    open("three", Map.of());
    gitLab.approve(1, "bob");
    gitLab.comment(1, "alice", "fine");
    gitLab.close(2, "bob");
    gitLab.reopen(2, "bob");
    merged = gitLab.merge(3, "alice", MergeMethod.SQUASH);
    bot.form("POST", PROJECT + "/statuses/" + head, Map.of("state", "running", "name", "x"));
    bot.file(PROJECT + "/uploads", "file", "a.png", "png");
    environment =
        bot.form("POST", PROJECT + "/environments", Map.of("name", "m/production"))
            .json()
            .path("id")
            .asLong();
    deployment = deploy("running").json().path("id").asLong();
  }

  Map<String, Supplier<Reply>> all() {
    accounts();
    repository();
    commits();
    mergeRequests();
    approvals();
    notes();
    deployments();
    return calls;
  }

  /** One refusal of each kind. */
  Map<String, Supplier<Reply>> refused() {
    Map<String, Supplier<Reply>> refused = new LinkedHashMap<>();
    refused.put("POST " + R + "/merge_requests", () -> open("one", Map.of()));
    refused.put("GET " + ONE, () -> bot.get(PROJECT + "/merge_requests/99"));
    refused.put("GET " + R, () -> caller("none").get(PROJECT));
    refused.put("GET " + R + "/approval_rules", () -> bot.get(PROJECT + "/approval_rules"));
    refused.put("GET /groups/{id}/members/all", () -> bot.get("/groups/acme%2Fhidden/members/all"));
    refused.put(
        "PUT " + ONE + "/merge", () -> alice.form("PUT", FIRST + "/merge", Map.of("sha", merged)));
    refused.put(
        "POST " + R + "/statuses/{sha}",
        () ->
            bot.form(
                "POST", PROJECT + "/statuses/" + head, Map.of("state", "running", "name", "x")));
    refused.put(
        "POST " + ONE + "/notes",
        () -> caller(gitLab.readOnlyToken()).form("POST", FIRST + "/notes", Map.of("body", "x")));
    return refused;
  }

  private void accounts() {
    get("/version", "/version");
    get("/metadata", "/metadata");
    get("/user", "/user");
    get("/users", "/users?username=alice");
    get("/users/{user}", "/users/" + alicesId);
    get("/personal_access_tokens/self", "/personal_access_tokens/self");
    get(R + "/members", PROJECT + "/members");
    get(R + "/members/all", PROJECT + "/members/all");
    get(R + "/members/all/{user}", PROJECT + "/members/all/" + alicesId);
    gitLab.people().group("acme/risk", "rita", gitLab.botLogin());
    get("/groups/{id}/members/all", "/groups/acme%2Frisk/members/all");
  }

  private void repository() {
    get(R, PROJECT);
    get(R + "/protected_branches", PROJECT + "/protected_branches");
    get(R + "/protected_branches/{branch}", PROJECT + "/protected_branches/main");
    calls.put(
        "GET " + R + "/approval_rules",
        () -> caller(paid, paid.botToken()).get(PROJECT + "/approval_rules"));
    get(R + "/labels", PROJECT + "/labels");
    form("POST", R + "/labels", "/labels", Map.of("name", "new", "color", "#ff0000"));
    get(R + "/repository/branches", PROJECT + "/repository/branches");
    get(R + "/repository/branches/{branch}", PROJECT + "/repository/branches/one");
    branch("countersign/gone");
    calls.put(
        "DELETE " + R + "/repository/branches/{branch}",
        () -> bot.delete(PROJECT + "/repository/branches/countersign%2Fgone"));
    get(R + "/repository/files/{path}", PROJECT + "/repository/files/README%2Emd?ref=main");
    calls.put(
        "POST " + R + "/uploads", () -> bot.file(PROJECT + "/uploads", "file", "b.png", "png"));
    calls.put("GET " + R + "/uploads", () -> alice.get(PROJECT + "/uploads"));
  }

  private void commits() {
    String commits = "/repository/commits/";
    get(R + commits + "{sha}", PROJECT + commits + head);
    get(R + commits + "{sha}/merge_requests", PROJECT + commits + merged + "/merge_requests");
    get(R + commits + "{sha}/statuses", PROJECT + commits + head + "/statuses");
    form(
        "POST",
        R + "/statuses/{sha}",
        "/statuses/" + head,
        Map.of("state", "success", "name", "x", "target_url", "https://example.com"));
  }

  private void mergeRequests() {
    get(R + "/merge_requests", PROJECT + "/merge_requests?state=all");
    branch("four");
    calls.put("POST " + R + "/merge_requests", () -> open("four", Map.of("title", "Draft: x")));
    get(ONE, FIRST);
    form("PUT", ONE, "/merge_requests/1", Map.of("title", "Another", "add_labels", "c"));
    get(ONE + "/versions", FIRST + "/versions");
    get(ONE + "/commits", FIRST + "/commits");
    get(ONE + "/diffs", FIRST + "/diffs");
    get(ONE + "/resource_state_events", PROJECT + "/merge_requests/2/resource_state_events");
    calls.put(
        "PUT " + ONE + "/merge",
        () -> alice.form("PUT", PROJECT + "/merge_requests/2/merge", Map.of("squash", "true")));
  }

  private void approvals() {
    get(ONE + "/approvals", FIRST + "/approvals");
    calls.put(
        "POST " + ONE + "/approve",
        () -> alice.form("POST", FIRST + "/approve", Map.of("sha", head)));
    calls.put(
        "POST " + ONE + "/unapprove", () -> alice.form("POST", FIRST + "/unapprove", Map.of()));
    form("PUT", ONE + "/reset_approvals", "/merge_requests/1/reset_approvals", Map.of());
  }

  private void notes() {
    String notes = "/merge_requests/1/notes";
    get(ONE + "/notes", PROJECT + notes + "?sort=asc&order_by=created_at");
    form("POST", ONE + "/notes", notes, Map.of("body", "hello"));
    long kept = note();
    long gone = note();
    get(ONE + "/notes/{note}", PROJECT + notes + "/" + kept);
    form("PUT", ONE + "/notes/{note}", notes + "/" + kept, Map.of("body", "edited"));
    calls.put("DELETE " + ONE + "/notes/{note}", () -> bot.delete(PROJECT + notes + "/" + gone));
  }

  private long note() {
    return bot.form("POST", FIRST + "/notes", Map.of("body", "x")).json().path("id").asLong();
  }

  private void deployments() {
    get(R + "/environments", PROJECT + "/environments");
    form("POST", R + "/environments", "/environments", Map.of("name", "m/staging"));
    get(R + "/environments/{number}", PROJECT + "/environments/" + environment);
    form(
        "PUT",
        R + "/environments/{number}",
        "/environments/" + environment,
        Map.of("external_url", "https://example.com"));
    get(R + "/deployments", PROJECT + "/deployments");
    calls.put("POST " + R + "/deployments", () -> deploy("success"));
    get(R + "/deployments/{number}", PROJECT + "/deployments/" + deployment);
    form(
        "PUT",
        R + "/deployments/{number}",
        "/deployments/" + deployment,
        Map.of("status", "failed"));
  }

  private Reply deploy(String status) {
    return bot.form(
        "POST",
        PROJECT + "/deployments",
        Map.of(
            "environment", "m/production",
            "sha", merged,
            "ref", "main",
            "tag", "false",
            "status", status));
  }

  private Reply open(String branch, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("source_branch", branch);
    fields.put("target_branch", "main");
    fields.put("title", "Promote");
    fields.putAll(more);
    return bot.form("POST", PROJECT + "/merge_requests", fields);
  }

  private String branch(String name) {
    String main = gitLab.forge().repository().tip("main").orElseThrow();
    return gitLab.forge().push("dave", name, List.of(main), Map.of(name + ".json", "{}"));
  }

  private void get(String template, String path) {
    calls.put("GET " + template, () -> bot.get(path));
  }

  private void form(String method, String template, String path, Map<String, String> fields) {
    calls.put(method + " " + template, () -> bot.form(method, PROJECT + path, fields));
  }

  private Caller caller(String token) {
    return caller(gitLab, token);
  }

  private static Caller caller(FakeGitLab gitLab, String token) {
    return new Caller(gitLab.baseUrl() + "/api/v4", Map.of("PRIVATE-TOKEN", token));
  }

  @Override
  public void close() {
    paid.close();
    gitLab.close();
  }
}
