package dev.countersign.ci.promotion;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whose approval an environment asks for, and how many.
 *
 * @param total how many distinct people; 0 is possible and recorded as such
 * @param groups in the order of the configuration; whoever is in one of them may approve
 * @param form how an approval has to be given
 */
public record RequiredApprovals(int total, List<ApproverGroup> groups, ApprovalForm form) {
  /**
   * @throws IllegalArgumentException if the groups ask for more people than the total
   */
  public RequiredApprovals {
    groups = List.copyOf(groups);
    int ofGroups = groups.stream().mapToInt(ApproverGroup::required).sum();
    if (ofGroups > total) {
      throw new IllegalArgumentException(
          "%d approvals in total are fewer than the %d that the groups ask for"
              .formatted(total, ofGroups));
    }
  }

  /** A number of people out of one list, given in any form. */
  public static RequiredApprovals of(int total, List<String> approvers) {
    return new RequiredApprovals(
        total, List.of(ApproverGroup.of("approvers", 0, approvers)), ApprovalForm.ANY);
  }

  /** Everybody whose approval counts, by login. */
  public List<String> logins() {
    return distinct(groups.stream().flatMap(group -> group.logins().stream()));
  }

  /** Everybody whose approval counts, as the configuration names them: logins and groups. */
  public List<String> members() {
    return distinct(groups.stream().flatMap(group -> group.members().stream()));
  }

  /** The groups that a number of approvals is asked of. */
  public List<ApproverGroup> asked() {
    return groups.stream().filter(group -> group.required() > 0).toList();
  }

  /** What is in the way of looking up groups of the forge, one sentence each. */
  public List<String> unreadable() {
    return distinct(groups.stream().flatMap(group -> group.unreadable().stream()));
  }

  /** Whether a login is one of the approvers, in any case. */
  public boolean names(String login) {
    return groups.stream().anyMatch(group -> group.names(login));
  }

  private static List<String> distinct(Stream<String> texts) {
    return texts.distinct().toList();
  }
}
