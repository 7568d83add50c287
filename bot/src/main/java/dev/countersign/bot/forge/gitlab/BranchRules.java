package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.BranchFacts.Protection;
import dev.countersign.bot.forge.inspection.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gitlab4j.api.models.AccessLevel;

/**
 * The rules of a project's branches. Where several rules match a name, GitLab goes by the one that
 * allows most; for a branch that exists it says itself whether the account may push.
 *
 * @param rules protected branches; empty if they are not shown
 * @param approvals approval rules; empty on GitLab Free, which requires none
 * @see <a href="https://docs.gitlab.com/user/project/repository/branches/protection_rules/">
 *     Protection rules</a>
 */
record BranchRules(Optional<JsonNode> rules, Optional<JsonNode> approvals, Pusher pusher) {
  private static final String REMEDY =
      "give this login a role that Settings → Repository → Protected branches lets push, or on"
          + " Premium name the login there";

  private static final String LOOK = "look at Settings → Repository → Protected branches yourself";

  /** Who wants to push. */
  record Pusher(int role, long user) {}

  /**
   * The rules of a branch.
   *
   * @param existing the branch as GitLab answers; empty if it does not exist, or is not shown
   */
  BranchFacts of(String name, Optional<JsonNode> existing) {
    List<JsonNode> matching = matching(name);
    Protection protection =
        existing
            .map(branch -> branch.path("protected").asBoolean())
            .map(BranchRules::protection)
            .orElseGet(() -> rules.isEmpty() ? Protection.UNTOLD : protection(!matching.isEmpty()));
    Permission push =
        existing
            .map(branch -> branch.path("can_push").asBoolean())
            .map(BranchRules::permission)
            .orElseGet(() -> push(matching));
    return new BranchFacts(protection, push, rewrite(matching), required(name));
  }

  private static Protection protection(boolean known) {
    return known ? Protection.PROTECTED : Protection.UNPROTECTED;
  }

  private static Permission permission(boolean may) {
    return may
        ? Permission.granted()
        : Permission.denied("GitLab's rules for it do not allow this login to push", REMEDY);
  }

  private List<JsonNode> matching(String name) {
    List<JsonNode> matching = new ArrayList<>();
    rules.ifPresent(
        all ->
            all.forEach(
                rule -> {
                  if (matches(rule.path("name").asText(), name)) {
                    matching.add(rule);
                  }
                }));
    return matching;
  }

  /** A star stands for any text, slashes included. */
  private static boolean matches(String pattern, String name) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return name.matches(regex);
  }

  private Permission push(List<JsonNode> matching) {
    if (rules.isEmpty()) {
      return Permission.untold("GitLab does not show its rules to this role", LOOK);
    }
    if (matching.isEmpty()) {
      return permission(pusher.role() >= AccessLevel.DEVELOPER.toValue());
    }
    boolean groups = false;
    for (JsonNode rule : matching) {
      for (JsonNode level : rule.path("push_access_levels")) {
        if (allows(level)) {
          return Permission.granted();
        }
        groups |= level.path("group_id").isNumber();
      }
    }
    return groups
        ? Permission.untold("its rules name a group, whose members are not known here", LOOK)
        : permission(false);
  }

  /** Here, too, the rule that allows most counts; without a rule everything is allowed. */
  private static Permission rewrite(List<JsonNode> matching) {
    boolean allowed =
        matching.isEmpty()
            || matching.stream().anyMatch(rule -> rule.path("allow_force_push").asBoolean());
    return allowed
        ? Permission.granted()
        : Permission.denied(
            "its rule does not allow force pushes, and the bot replaces its commit",
            "allow force pushes to it under Settings → Repository → Protected branches");
  }

  private boolean allows(JsonNode level) {
    if (level.path("user_id").isNumber()) {
      return level.path("user_id").asLong() == pusher.user();
    }
    int needed = level.path("access_level").asInt();
    return !level.path("group_id").isNumber()
        && !level.path("deploy_key_id").isNumber()
        && needed > 0
        && pusher.role() >= needed;
  }

  private OptionalInt required(String name) {
    if (approvals.isEmpty()) {
      return OptionalInt.of(0);
    }
    int required = 0;
    for (JsonNode rule : approvals.get()) {
      if (applies(rule, name)) {
        required = Math.max(required, rule.path("approvals_required").asInt());
      }
    }
    return OptionalInt.of(required);
  }

  private static boolean applies(JsonNode rule, String name) {
    if (rule.path("protected_branches").isEmpty()) {
      return true;
    }
    for (JsonNode branch : rule.path("protected_branches")) {
      if (matches(branch.path("name").asText(), name)) {
        return true;
      }
    }
    return false;
  }
}
