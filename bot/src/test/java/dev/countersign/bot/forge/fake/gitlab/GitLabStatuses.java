package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.CommitStatusEntry;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commit statuses, which are a state machine: a state cannot be entered twice in a row. */
final class GitLabStatuses {
  private static final Map<String, String> EVENTS =
      Map.of(
          "pending", "enqueue",
          "running", "run",
          "success", "success",
          "failed", "drop",
          "canceled", "cancel",
          "skipped", "skip");
  private static final Set<String> UNFINISHED = Set.of("pending", "running");

  private final GitLabProject project;
  private final GitLabUsers users;

  GitLabStatuses(GitLabProject project, GitLabUsers users) {
    this.project = project;
    this.users = users;
  }

  void on(Api api) {
    api.get(GitLabProject.PATH + "/repository/commits/{sha}/statuses", this::list);
    api.post(GitLabProject.PATH + "/statuses/{sha}", this::create);
  }

  private Answer list(Request request) {
    String sha = project.commit(request).name();
    List<CommitStatusEntry> all =
        project.forge().statuses().stream()
            .filter(status -> status.sha().equals(sha))
            .filter(status -> request.param("name").map(status.name()::equals).orElse(true))
            .filter(status -> request.param("ref").equals(status.ref()) || !request.has("ref"))
            .toList();
    boolean everything = request.flag("all").orElse(false);
    return GitLabPages.of(request, project, everything ? all : latest(all), this::json);
  }

  private static List<CommitStatusEntry> latest(List<CommitStatusEntry> all) {
    Map<String, CommitStatusEntry> latest = new LinkedHashMap<>();
    all.forEach(status -> latest.put(status.name() + " " + status.ref(), status));
    return List.copyOf(latest.values());
  }

  private Answer create(Request request) {
    Person by = project.require(request, Role.DEVELOPER);
    String sha = project.commit(request).name();
    String state =
        request.param("state").orElseThrow(() -> GitLabErrors.error(400, "state is missing"));
    if (!EVENTS.containsKey(state)) {
      throw GitLabErrors.error(400, "state does not have a valid value");
    }
    String name = request.param("name").or(() -> request.param("context")).orElse("default");
    checkLengths(request, name);
    Optional<String> ref = request.param("ref").or(() -> branchWith(sha));
    Optional<CommitStatusEntry> before = unfinished(sha, name, ref);
    if (before.filter(old -> old.state().equals(state)).isPresent()) {
      throw GitLabErrors.message(
          400,
          "Cannot transition status via :%s from :%s (Reason(s): Status cannot transition via"
                  .formatted(EVENTS.get(state), state)
              + " \"%s\")".formatted(EVENTS.get(state)));
    }
    CommitStatusEntry status =
        new CommitStatusEntry(
            before.map(CommitStatusEntry::id).orElseGet(project.forge()::nextId),
            sha,
            ref,
            name,
            state,
            request.param("description"),
            request.param("target_url"),
            by,
            project.forge().now());
    before.ifPresent(project.forge().statuses()::remove);
    project.forge().statuses().add(status);
    return Answer.created(json(status));
  }

  private static void checkLengths(Request request, String name) {
    if (name.length() > 255) {
      throw GitLabErrors.invalid("name", "is too long (maximum is 255 characters)");
    }
    if (request.param("description").filter(text -> text.length() > 255).isPresent()) {
      throw GitLabErrors.invalid("description", "is too long (maximum is 255 characters)");
    }
    if (request.param("target_url").filter(url -> !url.matches("https?://.+")).isPresent()) {
      throw GitLabErrors.invalid("target_url", "is blocked: Only allowed schemes are http, https");
    }
  }

  /** A status that has not ended moves on; one that has ended stays, and a new one begins. */
  private Optional<CommitStatusEntry> unfinished(String sha, String name, Optional<String> ref) {
    List<CommitStatusEntry> newestFirst = new ArrayList<>(project.forge().statuses());
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(old -> old.sha().equals(sha) && old.name().equals(name) && old.ref().equals(ref))
        .findFirst()
        .filter(old -> UNFINISHED.contains(old.state()));
  }

  private Optional<String> branchWith(String sha) {
    return project.forge().repository().branches().entrySet().stream()
        .filter(branch -> project.forge().repository().contains(branch.getValue(), sha))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private JsonNode json(CommitStatusEntry status) {
    boolean ended = !UNFINISHED.contains(status.state());
    Optional<String> at = Optional.of(GitLabTimes.of(status.at()));
    return Json.object()
        .put("id", status.id())
        .put("sha", status.sha())
        .put("ref", status.ref())
        .put("status", status.state())
        .put("name", status.name())
        .put("target_url", status.targetUrl())
        .put("description", status.description())
        .put("created_at", at)
        .put("started_at", status.state().equals("pending") ? Optional.empty() : at)
        .put("finished_at", ended ? at : Optional.empty())
        .put("allow_failure", false)
        .none("coverage")
        .put("pipeline_id", 1)
        .put("author", users.basic(status.by()))
        .node();
  }
}
