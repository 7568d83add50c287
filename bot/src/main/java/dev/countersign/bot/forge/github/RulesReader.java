package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the rules of branches: what GraphQL tells everybody of classic protections, in one request
 * for all, then the rulesets of each. Not thread-safe.
 */
final class RulesReader {
  private static final String RULE =
      "{refUpdateRule{viewerCanPush allowsForcePushes requiredApprovingReviewCount}}";
  private static final int FORBIDDEN = 403;

  private final GitHubConnection gitHub;
  private final Map<Long, Boolean> bypassed = new HashMap<>();

  RulesReader(GitHubConnection gitHub) {
    this.gitHub = gitHub;
  }

  /**
   * What GraphQL told.
   *
   * @param viewer whom the token acts as
   * @param refs by branch; null for one that does not exist
   */
  record Seen(Optional<String> viewer, Map<String, JsonNode> refs) {}

  /** Asks by GraphQL. */
  Seen look(List<String> branches) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("owner", gitHub.settings().repository().owner());
    variables.put("name", gitHub.settings().repository().name());
    for (int i = 0; i < branches.size(); i++) {
      variables.put("b" + i, "refs/heads/" + branches.get(i));
    }
    JsonNode data =
        gitHub
            .query("asking for branch protections", query(branches.size()), variables)
            .path("data");
    Map<String, JsonNode> refs = new HashMap<>();
    for (int i = 0; i < branches.size(); i++) {
      refs.put(branches.get(i), data.path("repository").path("b" + i));
    }
    String login = data.path("viewer").path("login").asText();
    return new Seen(Optional.of(login).filter(name -> !name.isEmpty()), refs);
  }

  private static String query(int branches) {
    StringBuilder parameters = new StringBuilder("$owner:String!,$name:String!");
    StringBuilder fields = new StringBuilder("id");
    for (int i = 0; i < branches; i++) {
      parameters.append(",$b").append(i).append(":String!");
      fields.append(" b%d:ref(qualifiedName:$b%d)%s".formatted(i, i, RULE));
    }
    return "query(%s){viewer{login} repository(owner:$owner,name:$name){%s}}"
        .formatted(parameters, fields);
  }

  /** The facts about a branch. */
  BranchFacts of(String branch, Seen seen) {
    JsonNode ref = seen.refs().getOrDefault(branch, MissingNode.getInstance());
    boolean exists = ref.isObject();
    JsonNode classic = exists ? ref.path("refUpdateRule") : MissingNode.getInstance();
    return new RepositoryRules(rules(branch), exists, classic, this::bypasses).facts();
  }

  /** Private repositories of the free plan have none: 403, asking to upgrade. */
  private Optional<JsonNode> rules(String branch) {
    String name = URLEncoder.encode(branch, StandardCharsets.UTF_8).replace("+", "%20");
    try {
      return Optional.of(
          gitHub.get("reading the rules of branch \"" + branch + "\"", "/rules/branches/" + name));
    } catch (CountersignException e) {
      if (PullRequests.status(e) == FORBIDDEN && e.explanation().contains("Upgrade to GitHub")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean bypasses(long ruleset) {
    return bypassed.computeIfAbsent(ruleset, this::askBypass);
  }

  private boolean askBypass(long ruleset) {
    try {
      String can =
          gitHub
              .get("reading ruleset " + ruleset, "/rulesets/" + ruleset)
              .path("current_user_can_bypass")
              .asText();
      return can.equals("always") || can.equals("exempt");
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
