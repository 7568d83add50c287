package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.FakeMergeRequest.Landing;
import dev.countersign.bot.forge.fake.Version;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.revwalk.RevCommit;

/** Merge requests API, but for writing. */
final class GitLabMergeRequests {
  static final String ALL = GitLabProject.PATH + "/merge_requests";
  static final String ONE = ALL + "/{iid}";

  private final GitLabProject project;
  private final GitLabRepository repository;
  private final MergeRequestJson json;

  GitLabMergeRequests(GitLabProject project, GitLabRepository repository, MergeRequestJson json) {
    this.project = project;
    this.repository = repository;
    this.json = json;
  }

  void on(Api api) {
    api.get(ALL, this::list);
    api.get(ONE, this::get);
    api.get(ONE + "/versions", this::versions);
    api.get(ONE + "/commits", this::commits);
    api.get(ONE + "/diffs", this::diffs);
    api.get(GitLabProject.PATH + "/repository/commits/{sha}/merge_requests", this::bringing);
  }

  private Answer get(Request request) {
    FakeMergeRequest one = project.mergeRequest(request);
    return Answer.ok(json.full(one, request.token().map(token -> token.owner())));
  }

  private Answer list(Request request) {
    project.checkVisible(request);
    List<FakeMergeRequest> found =
        new ArrayList<>(
            project.forge().mergeRequests().all().stream()
                .filter(one -> matches(request, one))
                .toList());
    if (request.param("order_by").filter("updated_at"::equals).isPresent()) {
      found.sort(Comparator.comparing(FakeMergeRequest::updated).reversed());
    }
    if (request.param("sort").filter("asc"::equals).isPresent()) {
      java.util.Collections.reverse(found);
    }
    return GitLabPages.of(request, project, found, json::brief);
  }

  private static boolean matches(Request request, FakeMergeRequest one) {
    List<String> iids = request.list("iids");
    return request.param("source_branch").map(one.source()::equals).orElse(true)
        && request.param("target_branch").map(one.target()::equals).orElse(true)
        && request
            .param("state")
            .filter(state -> !state.equals("all"))
            .map(MergeRequestJson.state(one)::equals)
            .orElse(true)
        && request
            .param("updated_after")
            .map(time -> !one.updated().isBefore(OffsetDateTime.parse(time).toInstant()))
            .orElse(true)
        && request
            .param("author_id")
            .map(id -> id.equals(Long.toString(one.author().id())))
            .orElse(true)
        && request.param("author_username").map(one.author().login()::equals).orElse(true)
        && request
            .param("labels")
            .map(names -> one.labels().containsAll(List.of(names.split(","))))
            .orElse(true)
        && (iids.isEmpty() || iids.contains(Long.toString(one.number())));
  }

  private Answer versions(Request request) {
    List<Version> newestFirst = new ArrayList<>(project.mergeRequest(request).versions());
    java.util.Collections.reverse(newestFirst);
    long id = project.mergeRequest(request).globalId();
    return GitLabPages.of(request, project, newestFirst, version -> version(id, version));
  }

  private static JsonNode version(long mergeRequestId, Version version) {
    return Json.object()
        .put("id", version.id())
        .put("head_commit_sha", version.head())
        .put("base_commit_sha", version.base())
        .put("start_commit_sha", version.start())
        .put("created_at", GitLabTimes.of(version.at()))
        .put("merge_request_id", mergeRequestId)
        .put("state", "collected")
        .put("real_size", "1")
        .put("patch_id_sha", version.head())
        .node();
  }

  private Answer commits(Request request) {
    List<RevCommit> commits = repository.commits(project.mergeRequest(request));
    return GitLabPages.of(request, project, commits, repository::basic);
  }

  private Answer diffs(Request request) {
    Version newest = project.mergeRequest(request).newest();
    List<String> paths = project.forge().repository().changedPaths(newest.base(), newest.head());
    return GitLabPages.of(request, project, paths, path -> diff(newest, path));
  }

  private JsonNode diff(Version version, String path) {
    boolean before = project.forge().repository().blob(version.base(), path).isPresent();
    boolean after = project.forge().repository().blob(version.head(), path).isPresent();
    return Json.object()
        .put("old_path", path)
        .put("new_path", path)
        .put("a_mode", before ? "100644" : "0")
        .put("b_mode", after ? "100644" : "0")
        .put("diff", "")
        .put("new_file", !before)
        .put("renamed_file", false)
        .put("deleted_file", !after)
        .put("generated_file", false)
        .put("collapsed", false)
        .put("too_large", false)
        .node();
  }

  /** Whatever has the commit in its newest version, or landed as it, open ones included. */
  private Answer bringing(Request request) {
    String sha = project.commit(request).name();
    List<FakeMergeRequest> found =
        project.forge().mergeRequests().all().stream()
            .filter(one -> one.newest().commits().contains(sha) || landedAs(one, sha))
            .filter(
                one -> request.param("state").map(MergeRequestJson.state(one)::equals).orElse(true))
            .toList();
    return GitLabPages.of(request, project, found, json::brief);
  }

  private static boolean landedAs(FakeMergeRequest one, String sha) {
    Optional<Landing> landing = one.landing();
    return landing.map(how -> how.landed().contains(sha)).orElse(false);
  }
}
