package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.FakeMergeRequest.Ending;
import dev.countersign.bot.forge.fake.FakeMergeRequest.Landing;
import dev.countersign.bot.forge.fake.FakeMergeRequest.State;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Version;
import dev.countersign.bot.forge.fake.http.Json;
import java.util.Optional;

/** A merge request as GitLab's API shows it. */
final class MergeRequestJson {
  private final GitLabProject project;
  private final GitLabUsers users;

  MergeRequestJson(GitLabProject project, GitLabUsers users) {
    this.project = project;
    this.users = users;
  }

  /** As in a list. */
  JsonNode brief(FakeMergeRequest request) {
    Json json =
        Json.object()
            .put("id", request.globalId())
            .put("iid", request.number())
            .put("project_id", GitLabSettings.PROJECT_ID)
            .put("title", request.title())
            .put("description", request.body())
            .put("state", state(request))
            .put("created_at", GitLabTimes.of(request.created()))
            .put("updated_at", GitLabTimes.of(request.updated()));
    ending(json, request);
    return people(json, request)
        .put("target_branch", request.target())
        .put("source_branch", request.source())
        .put("user_notes_count", request.comments().stream().filter(c -> !c.system()).count())
        .put("upvotes", 0)
        .put("downvotes", 0)
        .put("source_project_id", GitLabSettings.PROJECT_ID)
        .put("target_project_id", GitLabSettings.PROJECT_ID)
        .put("labels", request.labels().stream().sorted().toList())
        .put("draft", isDraft(request))
        .put("imported", false)
        .put("imported_from", "none")
        .put("work_in_progress", isDraft(request))
        .none("milestone")
        .put("merge_when_pipeline_succeeds", false)
        .putAll(merging(request))
        .node();
  }

  /** As a single one. */
  JsonNode full(FakeMergeRequest request, Optional<Person> reader) {
    Version newest = request.newest();
    return Json.object()
        .putAll(brief(request))
        .put("subscribed", false)
        .put("changes_count", Integer.toString(changes(newest)))
        .none("latest_build_started_at", "latest_build_finished_at")
        .none("first_deployed_to_production_at", "pipeline", "head_pipeline")
        .put(
            "diff_refs",
            Json.object()
                .put("base_sha", newest.base())
                .put("head_sha", newest.head())
                .put("start_sha", newest.start())
                .node())
        .none("merge_error")
        .put("first_contribution", false)
        .put(
            "user",
            Json.object()
                .put(
                    "can_merge",
                    reader.map(who -> project.mayMerge(who, request.target())).orElse(false))
                .node())
        .node();
  }

  private void ending(Json json, FakeMergeRequest request) {
    Optional<Ending> merged = request.ending().filter(e -> request.state() == State.MERGED);
    Optional<Ending> closed = request.ending().filter(e -> request.state() == State.CLOSED);
    json.put("merged_by", users.basic(merged.map(Ending::by)))
        .put("merge_user", users.basic(merged.map(Ending::by)))
        .put("merged_at", merged.map(ending -> GitLabTimes.of(ending.at())))
        .put("closed_by", users.basic(closed.map(Ending::by)))
        .put("closed_at", closed.map(ending -> GitLabTimes.of(ending.at())));
  }

  private Json people(Json json, FakeMergeRequest request) {
    return json.put("author", users.basic(request.author()))
        .put("assignees", Json.array(request.assignees(), users::basic))
        .put("assignee", users.basic(request.assignees().stream().findFirst()))
        .put("reviewers", Json.array(request.reviewers(), users::basic));
  }

  private JsonNode merging(FakeMergeRequest request) {
    boolean conflict = request.open() && !project.forge().landings().possible(request);
    Optional<Landing> landing = request.landing();
    String reference = "!" + request.number();
    return Json.object()
        .put("merge_status", conflict ? "cannot_be_merged" : "can_be_merged")
        .put("detailed_merge_status", detailedStatus(request, conflict))
        .none("merge_after")
        .put("sha", request.head())
        .put(
            "merge_commit_sha",
            landing.filter(how -> how.method() != MergeMethod.REBASE).map(Landing::commit))
        .put("squash_commit_sha", landing.flatMap(Landing::squash))
        .none("discussion_locked", "should_remove_source_branch")
        .put("force_remove_source_branch", false)
        .put("prepared_at", GitLabTimes.of(request.created()))
        .put("reference", reference)
        .put(
            "references",
            Json.object()
                .put("short", reference)
                .put("relative", reference)
                .put("full", project.settings().projectPath() + reference)
                .node())
        .put("web_url", project.webUrl() + "/-/merge_requests/" + request.number())
        .put(
            "time_stats",
            Json.object()
                .put("time_estimate", 0)
                .put("total_time_spent", 0)
                .none("human_time_estimate", "human_total_time_spent")
                .node())
        .put("squash", landing.flatMap(Landing::squash).isPresent())
        .put("squash_on_merge", false)
        .put(
            "task_completion_status",
            Json.object().put("count", 0).put("completed_count", 0).node())
        .put("has_conflicts", conflict)
        .put("blocking_discussions_resolved", true)
        .none("approvals_before_merge")
        .node();
  }

  private int changes(Version version) {
    return project.forge().repository().changedPaths(version.base(), version.head()).size();
  }

  private static String detailedStatus(FakeMergeRequest request, boolean conflict) {
    if (!request.open()) {
      return "not_open";
    }
    if (isDraft(request)) {
      return "draft_status";
    }
    if (request.newest().commits().isEmpty()) {
      return "commits_status";
    }
    return conflict ? "conflict" : "mergeable";
  }

  /** GitLab keeps the draft state in the title. */
  static boolean isDraft(FakeMergeRequest request) {
    return request.title().matches("(?is)^\\s*(\\[draft]|draft:|\\(draft\\)).*");
  }

  static String state(FakeMergeRequest request) {
    return switch (request.state()) {
      case OPEN -> "opened";
      case CLOSED -> "closed";
      case MERGED -> "merged";
    };
  }
}
