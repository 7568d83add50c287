package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.FakeMergeRequest.State;
import dev.countersign.bot.forge.fake.Version;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pull requests API, but for writing. */
final class GitHubPulls {
  static final String ALL = GitHubRepo.PATH + "/pulls";
  static final String ONE = ALL + "/{number}";

  private final GitHubRepo repo;
  private final GitHubCommits commits;
  private final PullJson json;

  GitHubPulls(GitHubRepo repo, GitHubCommits commits, PullJson json) {
    this.repo = repo;
    this.commits = commits;
    this.json = json;
  }

  void on(Api api) {
    api.get(ALL, this::list);
    api.get(ONE, request -> Answer.ok(json.full(read(request))));
    api.get(ONE + "/commits", this::commits);
    api.get(ONE + "/files", this::files);
    api.get(ONE + "/merge", this::isMerged);
    api.get(GitHubRepo.PATH + "/commits/{sha}/pulls", this::bringing);
  }

  private FakeMergeRequest read(Request request) {
    repo.reading(request, "pull_requests");
    return repo.pull(request);
  }

  private Answer list(Request request) {
    repo.reading(request, "pull_requests");
    String state = request.queryParam("state").orElse("open");
    List<FakeMergeRequest> found =
        new ArrayList<>(
            repo.forge().mergeRequests().all().stream()
                .filter(one -> state.equals("all") || one.open() == state.equals("open"))
                .filter(
                    one -> request.queryParam("head").map(head -> isHead(one, head)).orElse(true))
                .filter(one -> request.queryParam("base").map(one.target()::equals).orElse(true))
                .toList());
    if (request.queryParam("sort").filter("updated"::equals).isPresent()) {
      found.sort(Comparator.comparing(FakeMergeRequest::updated).reversed());
    }
    boolean byCreation = request.queryParam("sort").map("created"::equals).orElse(true);
    String direction = request.queryParam("direction").orElse(byCreation ? "desc" : "asc");
    if (direction.equals("asc")) {
      Collections.reverse(found);
    }
    return GitHubPages.of(request, repo, found, json::simple);
  }

  /** The filter is {@code owner:branch}; without an owner GitHub ignores it. */
  private boolean isHead(FakeMergeRequest one, String head) {
    return !head.contains(":") || head.equals(repo.settings().owner() + ":" + one.source());
  }

  private Answer commits(Request request) {
    List<String> oldestFirst = new ArrayList<>(read(request).newest().commits());
    Collections.reverse(oldestFirst);
    return GitHubPages.of(request, repo, oldestFirst, commits::json);
  }

  private Answer files(Request request) {
    Version newest = read(request).newest();
    List<String> paths = repo.forge().repository().changedPaths(newest.base(), newest.head());
    return GitHubPages.of(request, repo, paths, path -> file(newest, path));
  }

  private JsonNode file(Version version, String path) {
    Optional<String> before = repo.forge().repository().blob(version.base(), path);
    Optional<String> after = repo.forge().repository().blob(version.head(), path);
    String status = before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "modified";
    return Json.object()
        .put("sha", after.or(() -> before))
        .put("filename", path)
        .put("status", status)
        .put("additions", 1)
        .put("deletions", 0)
        .put("changes", 1)
        .put("blob_url", repo.webUrl() + "/blob/" + version.head() + "/" + path)
        .put("raw_url", repo.webUrl() + "/raw/" + version.head() + "/" + path)
        .put("contents_url", repo.apiUrl() + "/contents/" + path + "?ref=" + version.head())
        .node();
  }

  private Answer isMerged(Request request) {
    if (read(request).state() != State.MERGED) {
      throw GitHubErrors.notFound();
    }
    return Answer.noContent();
  }

  /** Merged ones that brought a commit of the default branch; else the open ones that have it. */
  private Answer bringing(Request request) {
    repo.reading(request, "pull_requests");
    String sha = repo.commit(request).name();
    String main = repo.forge().repository().tip(repo.defaultBranch()).orElse(sha);
    boolean landed = repo.forge().repository().contains(main, sha);
    List<FakeMergeRequest> found =
        repo.forge().mergeRequests().all().stream()
            .filter(one -> landed ? landedAs(one, sha) : one.newest().commits().contains(sha))
            .toList();
    return GitHubPages.of(request, repo, found, json::simple);
  }

  private static boolean landedAs(FakeMergeRequest one, String sha) {
    return one.landing().map(how -> how.landed().contains(sha)).orElse(false);
  }
}
