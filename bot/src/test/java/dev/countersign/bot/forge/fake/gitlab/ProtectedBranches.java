package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules of branches, by name or pattern; of those that match a name the mildest counts. */
final class ProtectedBranches {
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /** Who may push and who may merge; {@code NONE} is nobody. */
  record Rule(String pattern, Role push, Role merge) {
    boolean matches(String branch) {
      return branch.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"));
    }
  }

  synchronized void protect(String pattern, Role push, Role merge) {
    rules.put(pattern, new Rule(pattern, push, merge));
  }

  synchronized void unprotect(String pattern) {
    rules.remove(pattern);
  }

  synchronized List<Rule> all() {
    return List.copyOf(rules.values());
  }

  boolean covers(String branch) {
    return !matching(branch).isEmpty();
  }

  boolean mayPush(Role role, String branch) {
    return covers(branch)
        ? matching(branch).stream().anyMatch(rule -> includes(role, rule.push()))
        : role.includes(Role.DEVELOPER);
  }

  boolean mayMerge(Role role, String branch) {
    return covers(branch)
        ? matching(branch).stream().anyMatch(rule -> includes(role, rule.merge()))
        : role.includes(Role.DEVELOPER);
  }

  private List<Rule> matching(String branch) {
    return all().stream().filter(rule -> rule.matches(branch)).toList();
  }

  private static boolean includes(Role role, Role needed) {
    return needed != Role.NONE && role.includes(needed);
  }
}
