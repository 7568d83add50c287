package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rulesets of the repository; private repositories of the free plan have none. */
final class GitHubRulesets {
  private static final Set<String> KEEP_OUT = Set.of("pull_request", "update");

  private final GitHubRepo repo;
  private final List<Ruleset> all = new CopyOnWriteArrayList<>();

  /**
   * One ruleset.
   *
   * @param pattern a branch, or all below a prefix with a star at its end
   * @param rules their types
   * @param approvals of the rule {@code pull_request}
   * @param bypass logins that are not bound
   */
  record Ruleset(long id, String pattern, List<String> rules, int approvals, Set<String> bypass) {
    boolean matches(String branch) {
      return pattern.endsWith("*")
          ? branch.startsWith(pattern.substring(0, pattern.length() - 1))
          : branch.equals(pattern);
    }

    boolean binds(Person person) {
      return !bypass.contains(person.login());
    }
  }

  GitHubRulesets(GitHubRepo repo) {
    this.repo = repo;
  }

  void on(Api api) {
    api.get(GitHubRepo.PATH + "/rules/branches/<branch>", this::rules);
    api.get(GitHubRepo.PATH + "/rulesets/{ruleset}", this::ruleset);
  }

  void add(String pattern, List<String> rules, int approvals, Set<String> bypass) {
    all.add(new Ruleset(repo.forge().nextId(), pattern, rules, approvals, bypass));
  }

  boolean covers(String branch) {
    return all.stream().anyMatch(one -> one.matches(branch));
  }

  boolean keepOut(Person person, String branch) {
    return all.stream()
        .filter(one -> one.matches(branch) && one.binds(person))
        .anyMatch(one -> one.rules().stream().anyMatch(KEEP_OUT::contains));
  }

  private Answer rules(Request request) {
    repo.reading(request, "metadata");
    if (!repo.settings().isPublic() && !repo.settings().draftsSupported()) {
      throw GitHubErrors.message(
          403, "Upgrade to GitHub Pro or make this repository public to enable this feature.");
    }
    List<JsonNode> found = new ArrayList<>();
    for (Ruleset one : all) {
      if (one.matches(request.path("branch"))) {
        one.rules().forEach(rule -> found.add(rule(one, rule)));
      }
    }
    return GitHubPages.of(request, repo, found, rule -> rule);
  }

  private JsonNode rule(Ruleset ruleset, String type) {
    return Json.object()
        .putAll(plain(ruleset, type))
        .put("ruleset_source_type", "Repository")
        .put("ruleset_source", repo.settings().fullName())
        .put("ruleset_id", ruleset.id())
        .node();
  }

  private static JsonNode plain(Ruleset ruleset, String type) {
    Json rule = Json.object().put("type", type);
    if (type.equals("pull_request")) {
      rule.put(
          "parameters",
          Json.object()
              .put("dismiss_stale_reviews_on_push", false)
              .put("require_code_owner_review", false)
              .put("require_last_push_approval", false)
              .put("required_approving_review_count", ruleset.approvals())
              .put("required_review_thread_resolution", false)
              .node());
    }
    return rule.node();
  }

  private Answer ruleset(Request request) {
    Person person = repo.reading(request, "metadata");
    Ruleset ruleset =
        all.stream()
            .filter(one -> one.id() == request.number("ruleset"))
            .findFirst()
            .orElseThrow(GitHubErrors::notFound);
    return Answer.ok(
        Json.object()
            .put("id", ruleset.id())
            .put("name", ruleset.pattern())
            .put("target", "branch")
            .put("source_type", "Repository")
            .put("source", repo.settings().fullName())
            .put("enforcement", "active")
            .put("conditions", conditions(ruleset))
            .put("rules", ruleset.rules().stream().map(type -> plain(ruleset, type)).toList())
            .put("node_id", "RRS_" + ruleset.id())
            .put("created_at", "2026-01-01T00:00:00Z")
            .put("updated_at", "2026-01-01T00:00:00Z")
            .put("current_user_can_bypass", ruleset.binds(person) ? "never" : "always")
            .node());
  }

  private static JsonNode conditions(Ruleset ruleset) {
    Map<String, List<String>> names =
        Map.of("include", List.of("refs/heads/" + ruleset.pattern()), "exclude", List.of());
    return Json.object().put("ref_name", names).node();
  }
}
