package dev.countersign.ci.promotion;

import java.util.List;
import java.util.Locale;

/**
 * Some of the people whose approval counts.
 *
 * @param name as the configuration names it
 * @param required how many of them have to approve; people who count for another group are not
 *     among these
 * @param members logins, and groups of the forge that were not looked up yet: these have a slash
 * @param unreadable what is in the way of looking up a group of the forge, one sentence each; its
 *     members are nobody
 */
public record ApproverGroup(
    String name, int required, List<String> members, List<String> unreadable) {
  private static final String SLASH = "/";

  public ApproverGroup {
    members = List.copyOf(members);
    unreadable = List.copyOf(unreadable);
  }

  /** As the configuration has it. */
  public static ApproverGroup of(String name, int required, List<String> members) {
    return new ApproverGroup(name, required, members, List.of());
  }

  /** The members who are people. */
  public List<String> logins() {
    return members.stream().filter(member -> !member.contains(SLASH)).toList();
  }

  /** The groups of the forge that were not looked up yet, without a slash at their end. */
  public List<String> forgeGroups() {
    return members.stream()
        .filter(member -> member.contains(SLASH))
        .map(member -> member.endsWith(SLASH) ? member.substring(0, member.length() - 1) : member)
        .toList();
  }

  /** Whether a login is one of the members, in any case; a group that has that path is none. */
  public boolean names(String login) {
    String lower = login.toLowerCase(Locale.ROOT);
    return logins().stream().anyMatch(member -> member.toLowerCase(Locale.ROOT).equals(lower));
  }

  /** The same with the people who were found in its groups of the forge. */
  public ApproverGroup lookedUp(List<String> logins, List<String> problems) {
    return new ApproverGroup(name, required, logins, problems);
  }
}
