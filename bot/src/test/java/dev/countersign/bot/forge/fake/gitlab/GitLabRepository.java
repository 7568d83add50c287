package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Branches, commits and files over the API. */
final class GitLabRepository {
  private static final String BASE = GitLabProject.PATH + "/repository";

  private final GitLabProject project;

  GitLabRepository(GitLabProject project) {
    this.project = project;
  }

  void on(Api api) {
    api.get(BASE + "/branches", this::branches);
    api.get(BASE + "/branches/{branch}", request -> Answer.ok(branch(request, named(request))));
    api.delete(BASE + "/branches/{branch}", this::deleteBranch);
    api.get(BASE + "/commits/{sha}", request -> Answer.ok(detail(project.commit(request))));
    api.get(BASE + "/files/{path}", this::file);
    api.get(BASE + "/files/{path}/raw", this::raw);
  }

  private Answer branches(Request request) {
    project.checkVisible(request);
    Optional<String> search = request.param("search");
    List<Map.Entry<String, String>> found =
        project.forge().repository().branches().entrySet().stream()
            .filter(entry -> search.map(entry.getKey()::contains).orElse(true))
            .toList();
    return GitLabPages.of(request, project, found, entry -> branch(request, entry.getKey()));
  }

  private String named(Request request) {
    project.checkVisible(request);
    String name = request.path("branch");
    if (project.forge().repository().tip(name).isEmpty()) {
      throw GitLabErrors.notFound("Branch");
    }
    return name;
  }

  private Answer deleteBranch(Request request) {
    String name = named(request);
    if (!project.mayPush(project.user(request), name) || project.isProtected(name)) {
      throw GitLabErrors.forbidden();
    }
    project.forge().repository().delete(Constants.R_HEADS + name);
    project.forge().mergeRequests().refresh(project.user(request));
    return Answer.noContent();
  }

  private JsonNode branch(Request request, String name) {
    String tip = project.forge().repository().tip(name).orElseThrow();
    String main = project.forge().repository().tip(project.defaultBranch()).orElse(tip);
    boolean canPush =
        request.token().map(token -> project.mayPush(token.owner(), name)).orElse(false);
    return Json.object()
        .put("name", name)
        .put("commit", basic(project.forge().repository().commit(tip).orElseThrow()))
        .put("merged", project.forge().repository().contains(main, tip))
        .put("protected", project.isProtected(name))
        .put("developers_can_push", !project.isProtected(name))
        .put("developers_can_merge", !project.isProtected(name))
        .put("can_push", canPush)
        .put("default", name.equals(project.defaultBranch()))
        .put("web_url", project.webUrl() + "/-/tree/" + name)
        .node();
  }

  JsonNode basic(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    PersonIdent committer = commit.getCommitterIdent();
    return Json.object()
        .put("id", commit.name())
        .put("short_id", commit.name().substring(0, 8))
        .put("created_at", GitLabTimes.of(committer.getWhenAsInstant()))
        .put("parent_ids", Arrays.stream(commit.getParents()).map(RevCommit::name).toList())
        .put("title", commit.getShortMessage())
        .put("message", commit.getFullMessage())
        .put("author_name", author.getName())
        .put("author_email", author.getEmailAddress())
        .put("authored_date", GitLabTimes.of(author.getWhenAsInstant()))
        .put("committer_name", committer.getName())
        .put("committer_email", committer.getEmailAddress())
        .put("committed_date", GitLabTimes.of(committer.getWhenAsInstant()))
        .put("trailers", Map.of())
        .put("extended_trailers", Map.of())
        .put("web_url", project.webUrl() + "/-/commit/" + commit.name())
        .node();
  }

  private JsonNode detail(RevCommit commit) {
    return Json.object()
        .putAll(basic(commit))
        .put("stats", Json.object().put("additions", 1).put("deletions", 0).put("total", 1).node())
        .none("status", "last_pipeline")
        .put("project_id", GitLabSettings.PROJECT_ID)
        .node();
  }

  private Answer file(Request request) {
    String path = request.path("path");
    RevCommit commit = revision(request);
    byte[] content = content(commit, path);
    return Answer.ok(
        Json.object()
            .put("file_name", path.substring(path.lastIndexOf('/') + 1))
            .put("file_path", path)
            .put("size", content.length)
            .put("encoding", "base64")
            .put("content_sha256", org.apache.commons.codec.digest.DigestUtils.sha256Hex(content))
            .put("ref", request.param("ref").orElse("HEAD"))
            .put("blob_id", project.forge().repository().blob(commit.name(), path).orElseThrow())
            .put("commit_id", commit.name())
            .put("last_commit_id", commit.name())
            .put("execute_filemode", false)
            .put("content", Base64.getEncoder().encodeToString(content))
            .node());
  }

  private Answer raw(Request request) {
    return Answer.bytes("text/plain", content(revision(request), request.path("path")));
  }

  private RevCommit revision(Request request) {
    project.checkVisible(request);
    String ref =
        request.param("ref").filter(r -> !r.equals("HEAD")).orElse(project.defaultBranch());
    return project
        .forge()
        .repository()
        .commit(ref)
        .orElseThrow(() -> GitLabErrors.notFound("Commit"));
  }

  private byte[] content(RevCommit commit, String path) {
    return project
        .forge()
        .repository()
        .file(commit.name(), path)
        .orElseThrow(() -> GitLabErrors.notFound("File"));
  }

  /** The commits of a merge request, newest first. */
  List<RevCommit> commits(FakeMergeRequest request) {
    return request.newest().commits().stream()
        .map(id -> project.forge().repository().commit(id).orElseThrow())
        .toList();
  }
}
