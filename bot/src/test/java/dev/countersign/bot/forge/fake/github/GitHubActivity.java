package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Version;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When branches of pull requests were pushed; newest first. */
final class GitHubActivity {
  private static final String NONE = "0".repeat(40);

  private final GitHubRepo repo;
  private final GitHubUsers users;

  GitHubActivity(GitHubRepo repo, GitHubUsers users) {
    this.repo = repo;
    this.users = users;
  }

  void on(Api api) {
    api.get(GitHubRepo.PATH + "/activity", this::list);
  }

  private Answer list(Request request) {
    repo.reading(request, "contents");
    String ref = request.queryParam("ref").orElse("");
    List<Version> pushes = new ArrayList<>();
    repo.forge().mergeRequests().all().stream()
        .filter(pull -> ref.equals("refs/heads/" + pull.source()))
        .forEach(pull -> pushes.addAll(pull.versions()));
    pushes.sort(Comparator.comparing(Version::at).reversed());
    return GitHubPages.of(request, repo, pushes, push -> json(ref, push));
  }

  private JsonNode json(String ref, Version push) {
    return Json.object()
        .put("id", push.id())
        .put("node_id", "PSH_" + push.id())
        .put("before", NONE)
        .put("after", push.head())
        .put("ref", ref)
        .put("timestamp", GitHubTimes.of(push.at()))
        .put("activity_type", "push")
        .put("actor", users.simple(repo.forge().system()))
        .node();
  }
}
