package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.FakeMergeRequest.Landing;
import dev.countersign.bot.forge.fake.FakeMergeRequest.State;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Version;
import dev.countersign.bot.forge.fake.http.Json;
import java.util.List;
import java.util.Optional;

/** A pull request as GitHub's API shows it. */
final class PullJson {
  private final GitHubRepo repo;
  private final GitHubUsers users;
  private final GitHubRepository repository;
  private final GitHubLabels labels;

  PullJson(GitHubRepo repo, GitHubUsers users, GitHubRepository repository, GitHubLabels labels) {
    this.repo = repo;
    this.users = users;
    this.repository = repository;
    this.labels = labels;
  }

  static String nodeId(FakeMergeRequest pull) {
    return "PR_kwDOfake" + pull.number();
  }

  /** As in a list. */
  JsonNode simple(FakeMergeRequest pull) {
    String api = repo.apiUrl() + "/pulls/" + pull.number();
    String page = repo.webUrl() + "/pull/" + pull.number();
    Json json =
        Json.object()
            .put("url", api)
            .put("id", pull.globalId())
            .put("node_id", nodeId(pull))
            .put("html_url", page)
            .put("diff_url", page + ".diff")
            .put("patch_url", page + ".patch")
            .put("issue_url", issueUrl(pull))
            .put("commits_url", api + "/commits")
            .put("review_comments_url", api + "/comments")
            .put("review_comment_url", repo.apiUrl() + "/pulls/comments{/number}")
            .put("comments_url", issueUrl(pull) + "/comments")
            .put("statuses_url", repo.apiUrl() + "/statuses/" + pull.head());
    texts(json, pull);
    times(json, pull);
    return json.put("head", end(pull.source(), pull.head()))
        .put("base", end(pull.target(), pull.newest().start()))
        .put("_links", links(pull, api, page))
        .put("author_association", association(pull.author()))
        .none("auto_merge")
        .put("draft", pull.draft())
        .node();
  }

  private void texts(Json json, FakeMergeRequest pull) {
    json.put("number", pull.number())
        .put("state", pull.open() ? "open" : "closed")
        .put("locked", false)
        .put("title", pull.title())
        .put("user", users.simple(pull.author()))
        .put("body", pull.body().isEmpty() ? Optional.empty() : Optional.of(pull.body()))
        .put("labels", labels.json(pull))
        .none("milestone", "active_lock_reason")
        .put("assignee", users.simple(pull.assignees().stream().findFirst()))
        .put("assignees", Json.array(pull.assignees(), users::simple))
        .put("requested_reviewers", Json.array(pull.reviewers(), users::simple))
        .put("requested_teams", List.of());
  }

  private static void times(Json json, FakeMergeRequest pull) {
    Optional<String> ended = pull.ending().map(ending -> GitHubTimes.of(ending.at()));
    boolean merged = pull.state() == State.MERGED;
    json.put("created_at", GitHubTimes.of(pull.created()))
        .put("updated_at", GitHubTimes.of(pull.updated()))
        .put("closed_at", ended)
        .put("merged_at", merged ? ended : Optional.empty())
        .put("merge_commit_sha", pull.landing().map(Landing::commit));
  }

  /** As a single one. */
  JsonNode full(FakeMergeRequest pull) {
    Version newest = pull.newest();
    boolean merged = pull.state() == State.MERGED;
    boolean mergeable = pull.open() && repo.forge().landings().possible(pull);
    return Json.object()
        .putAll(simple(pull))
        .put("merged", merged)
        .put("mergeable", pull.open() ? Optional.of(mergeable) : Optional.empty())
        .put("rebaseable", pull.open() ? Optional.of(mergeable) : Optional.empty())
        .put("mergeable_state", mergeableState(pull, mergeable))
        .put("merged_by", users.simple(pull.ending().filter(e -> merged).map(e -> e.by())))
        .put("comments", pull.comments().size())
        .put("review_comments", 0)
        .put("maintainer_can_modify", false)
        .put("commits", newest.commits().size())
        .put("additions", 1)
        .put("deletions", 0)
        .put(
            "changed_files",
            repo.forge().repository().changedPaths(newest.base(), newest.head()).size())
        .node();
  }

  private static String mergeableState(FakeMergeRequest pull, boolean mergeable) {
    if (!pull.open()) {
      return "unknown";
    }
    if (pull.draft()) {
      return "draft";
    }
    return mergeable ? "clean" : "dirty";
  }

  private JsonNode end(String branch, String sha) {
    return Json.object()
        .put("label", repo.settings().owner() + ":" + branch)
        .put("ref", branch)
        .put("sha", sha)
        .put("user", users.simple(repo.forge().system()))
        .put("repo", Json.object().putAll(repository.minimal()).putAll(repository.more()).node())
        .node();
  }

  private JsonNode links(FakeMergeRequest pull, String api, String page) {
    return Json.object()
        .put("self", link(api))
        .put("html", link(page))
        .put("issue", link(issueUrl(pull)))
        .put("comments", link(issueUrl(pull) + "/comments"))
        .put("review_comments", link(api + "/comments"))
        .put("review_comment", link(repo.apiUrl() + "/pulls/comments{/number}"))
        .put("commits", link(api + "/commits"))
        .put("statuses", link(repo.apiUrl() + "/statuses/" + pull.head()))
        .node();
  }

  static JsonNode link(String address) {
    return Json.object().put("href", address).node();
  }

  String issueUrl(FakeMergeRequest pull) {
    return repo.apiUrl() + "/issues/" + pull.number();
  }

  String association(Person person) {
    return GitHubRepository.association(repo.forge().people().roleOf(person));
  }
}
