package dev.countersign.bot.forge.inspection;

import java.util.List;

/**
 * What is asked.
 *
 * @param branches short names, whether they exist or not
 * @param people logins
 */
public record ForgeQuestions(List<String> branches, List<String> people) {
  public ForgeQuestions {
    branches = branches.stream().distinct().toList();
    people = people.stream().distinct().toList();
  }
}
