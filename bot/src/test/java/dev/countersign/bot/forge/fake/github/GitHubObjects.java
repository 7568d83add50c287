package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.git.Pushing;
import dev.countersign.bot.forge.fake.git.Trees;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Git database API: blobs, trees and commits; and files by their path. */
final class GitHubObjects {
  private static final String GIT = GitHubRepo.PATH + "/git";

  private final GitHubRepo repo;
  private final GitHubCommits commits;
  private final Trees trees;

  GitHubObjects(GitHubRepo repo, GitHubCommits commits) {
    this.repo = repo;
    this.commits = commits;
    this.trees = new Trees(repo.forge().repository());
  }

  void on(Api api) {
    api.get(GIT + "/blobs/{sha}", this::blob);
    api.post(GIT + "/blobs", this::createBlob);
    api.get(GIT + "/trees/{sha}", this::tree);
    api.post(GIT + "/trees", this::createTree);
    api.get(GIT + "/commits/{sha}", this::commit);
    api.post(GIT + "/commits", this::createCommit);
    api.get(GitHubRepo.PATH + "/contents/<path>", this::file);
  }

  private Answer blob(Request request) {
    repo.reading(request, "contents");
    String id = request.path("sha");
    byte[] content = trees.object(id, Constants.OBJ_BLOB).orElseThrow(GitHubErrors::notFound);
    return Answer.ok(
        Json.object()
            .put("content", Base64.getEncoder().encodeToString(content))
            .put("encoding", "base64")
            .put("url", repo.apiUrl() + "/git/blobs/" + id)
            .put("sha", id)
            .put("size", content.length)
            .put("node_id", "B_" + id)
            .node());
  }

  private Answer createBlob(Request request) {
    repo.writing(request, Role.DEVELOPER, "contents");
    String content = request.param("content").orElse("");
    boolean base64 = request.param("encoding").filter("base64"::equals).isPresent();
    String id =
        trees.blob(
            base64
                ? Base64.getMimeDecoder().decode(content)
                : content.getBytes(StandardCharsets.UTF_8));
    return Answer.created(
        Json.object().put("url", repo.apiUrl() + "/git/blobs/" + id).put("sha", id).node());
  }

  private Answer tree(Request request) {
    repo.reading(request, "contents");
    String name = request.path("sha");
    String id =
        repo.forge().repository().commit(name).map(commit -> commit.getTree().name()).orElse(name);
    return Answer.ok(tree(id, request.has("recursive")));
  }

  private Answer createTree(Request request) {
    repo.writing(request, Role.DEVELOPER, "contents");
    Map<String, Optional<String>> blobs = new LinkedHashMap<>();
    for (JsonNode entry : request.body().path("tree")) {
      blobs.put(entry.path("path").asText(), blob(entry));
    }
    return Answer.created(tree(trees.change(request.param("base_tree"), blobs), false));
  }

  private Optional<String> blob(JsonNode entry) {
    if (entry.has("content")) {
      byte[] content = entry.path("content").asText().getBytes(StandardCharsets.UTF_8);
      return Optional.of(trees.blob(content));
    }
    return Optional.of(entry.path("sha")).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private JsonNode tree(String id, boolean recursive) {
    List<Trees.Entry> entries = trees.list(id, recursive);
    return Json.object()
        .put("sha", id)
        .put("url", repo.apiUrl() + "/git/trees/" + id)
        .put("tree", Json.array(entries, this::entry))
        .put("truncated", false)
        .node();
  }

  private JsonNode entry(Trees.Entry entry) {
    String kind = entry.type().equals("tree") ? "trees" : "blobs";
    return Json.object()
        .put("path", entry.path())
        .put("mode", entry.mode())
        .put("type", entry.type())
        .put("sha", entry.id())
        .put("url", repo.apiUrl() + "/git/" + kind + "/" + entry.id())
        .node();
  }

  private Answer commit(Request request) {
    repo.reading(request, "contents");
    return Answer.ok(commits.gitJson(repo.commit(request)));
  }

  private Answer createCommit(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "contents");
    PersonIdent ident = new PersonIdent(by.name(), by.email(), repo.forge().now(), ZoneOffset.UTC);
    String id =
        new Pushing(repo.forge().repository())
            .commitTree(
                request.param("tree").orElse(""),
                request.list("parents"),
                ident,
                request.param("message").orElse(""));
    return Answer.created(commits.gitJson(repo.forge().repository().commit(id).orElseThrow()));
  }

  private Answer file(Request request) {
    repo.reading(request, "contents");
    String path = request.path("path");
    String ref = request.queryParam("ref").orElse(repo.defaultBranch());
    RevCommit commit = repo.forge().repository().commit(ref).orElseThrow(GitHubErrors::notFound);
    byte[] content =
        repo.forge().repository().file(commit.name(), path).orElseThrow(GitHubErrors::notFound);
    if (request.header("Accept").filter(type -> type.contains("raw")).isPresent()) {
      return Answer.bytes("application/vnd.github.raw+json", content);
    }
    return Answer.ok(file(path, ref, commit, content));
  }

  private JsonNode file(String path, String ref, RevCommit commit, byte[] content) {
    String id = repo.forge().repository().blob(commit.name(), path).orElseThrow();
    String api = repo.apiUrl() + "/contents/" + path + "?ref=" + ref;
    String page = repo.webUrl() + "/blob/" + ref + "/" + path;
    String git = repo.apiUrl() + "/git/blobs/" + id;
    return Json.object()
        .put("name", path.substring(path.lastIndexOf('/') + 1))
        .put("path", path)
        .put("sha", id)
        .put("size", content.length)
        .put("url", api)
        .put("html_url", page)
        .put("git_url", git)
        .put("download_url", repo.webUrl() + "/raw/" + ref + "/" + path)
        .put("type", "file")
        .put("content", Base64.getMimeEncoder().encodeToString(content) + "\n")
        .put("encoding", "base64")
        .put("_links", Json.object().put("self", api).put("git", git).put("html", page).node())
        .node();
  }
}
