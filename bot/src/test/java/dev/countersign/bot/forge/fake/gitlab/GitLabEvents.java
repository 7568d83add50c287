package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Happening;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;
import java.util.Set;

/** Resource state events API: who closed, reopened or merged, and when; oldest first. */
final class GitLabEvents {
  private static final Set<String> STATES = Set.of("closed", "reopened", "merged");

  private final GitLabProject project;
  private final GitLabUsers users;

  GitLabEvents(GitLabProject project, GitLabUsers users) {
    this.project = project;
    this.users = users;
  }

  void on(Api api) {
    api.get(GitLabMergeRequests.ONE + "/resource_state_events", this::list);
  }

  private Answer list(Request request) {
    FakeMergeRequest one = project.mergeRequest(request);
    List<Happening> events =
        one.history().stream()
            .filter(event -> STATES.contains(event.kind()))
            .filter(event -> !(event.kind().equals("closed") && !event.detail().isEmpty()))
            .toList();
    return GitLabPages.of(request, project, events, event -> json(one, event));
  }

  private JsonNode json(FakeMergeRequest one, Happening event) {
    return Json.object()
        .put("id", event.id())
        .put("user", users.basic(event.by()))
        .put("created_at", GitLabTimes.of(event.at()))
        .put("resource_type", "MergeRequest")
        .put("resource_id", one.globalId())
        .none("source_commit", "source_merge_request")
        .put("state", event.kind())
        .node();
  }
}
