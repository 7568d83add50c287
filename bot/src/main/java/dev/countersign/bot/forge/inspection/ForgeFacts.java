package dev.countersign.bot.forge.inspection;

import java.util.Map;

/**
 * What a forge says.
 *
 * @param rights what the login may do in the project; a right that is not in here does not exist on
 *     this forge
 * @param branches by short name; one that is not in here has no rules of its own on this forge, or
 *     nothing of it is shown to this login
 * @param people by login as asked, as far as the forge knows about people
 */
public record ForgeFacts(
    ServerFacts server,
    LoginFacts login,
    Map<ForgeRight, Permission> rights,
    Map<String, BranchFacts> branches,
    Map<String, PersonFacts> people) {
  public ForgeFacts {
    rights = Map.copyOf(rights);
    branches = Map.copyOf(branches);
    people = Map.copyOf(people);
  }

  /** A right; granted where the forge has no such right to withhold. */
  public Permission right(ForgeRight right) {
    return rights.getOrDefault(right, Permission.granted());
  }
}
