package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.BranchFacts.Protection;
import dev.countersign.bot.forge.inspection.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The rules of one branch: those of rulesets, and a classic protection as far as GraphQL shows it
 * to everybody who may read ({@code refUpdateRule}).
 *
 * @param rules of all active rulesets, as GitHub answers; empty if the plan has none
 * @param exists whether the branch exists; if not, a push creates it
 * @param classic the classic protection; missing if there is none
 * @param bypassed whether the login may bypass a ruleset, by the ruleset's id
 * @see <a
 *     href="https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets">
 *     Available rules for rulesets</a>
 */
record RepositoryRules(
    Optional<JsonNode> rules, boolean exists, JsonNode classic, LongPredicate bypassed) {
  private static final Set<String> KEEP_OUT =
      Set.of("pull_request", "update", "merge_queue", "required_status_checks");
  private static final String REMEDY =
      "let this login bypass the ruleset under Settings → Rules → Rulesets, or leave the branch out"
          + " of it";

  BranchFacts facts() {
    return new BranchFacts(protection(), push(), rewrite(), approvals());
  }

  private Protection protection() {
    if (classic.isObject() || rules.filter(all -> !all.isEmpty()).isPresent()) {
      return Protection.PROTECTED;
    }
    return rules.isPresent() ? Protection.UNPROTECTED : Protection.NOT_OFFERED;
  }

  private Permission push() {
    Optional<String> rule = binding().stream().filter(this::keepsOut).findFirst();
    if (rule.isPresent()) {
      return denied("the rule \"%s\" of a ruleset keeps it out".formatted(rule.get()));
    }
    boolean byReview = classic.path("requiredApprovingReviewCount").isNumber();
    boolean closed = classic.has("viewerCanPush") && !classic.path("viewerCanPush").asBoolean();
    return byReview || closed
        ? denied("its protection rule keeps this login out")
        : Permission.granted();
  }

  private boolean keepsOut(String rule) {
    return exists ? KEEP_OUT.contains(rule) : rule.equals("creation") || isRequest(rule);
  }

  /** A branch that must change by pull requests can be created by a push; nothing follows. */
  private static boolean isRequest(String rule) {
    return rule.equals("pull_request") || rule.equals("merge_queue");
  }

  private Permission rewrite() {
    boolean byRule = binding().contains("non_fast_forward");
    boolean byClassic =
        classic.has("allowsForcePushes") && !classic.path("allowsForcePushes").asBoolean();
    return byRule || byClassic
        ? denied("force pushes to it are blocked, and the bot replaces its commit")
        : Permission.granted();
  }

  private static Permission denied(String because) {
    return Permission.denied(because, REMEDY);
  }

  /** The kinds of rules that this login cannot bypass. */
  private List<String> binding() {
    List<String> binding = new ArrayList<>();
    rules.ifPresent(
        all ->
            all.forEach(
                rule -> {
                  if (!bypassed.test(rule.path("ruleset_id").asLong())) {
                    binding.add(rule.path("type").asText());
                  }
                }));
    return binding;
  }

  private OptionalInt approvals() {
    int required = classic.path("requiredApprovingReviewCount").asInt();
    for (JsonNode rule : rules.map(List::of).orElse(List.of())) {
      for (JsonNode one : rule) {
        required =
            Math.max(
                required, one.path("parameters").path("required_approving_review_count").asInt());
      }
    }
    return OptionalInt.of(required);
  }
}
