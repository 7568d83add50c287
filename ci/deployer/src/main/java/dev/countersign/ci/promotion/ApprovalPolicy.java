package dev.countersign.ci.promotion;

import java.util.List;

/**
 * Who has to approve a promotion into an environment.
 *
 * @param required how many distinct people; 0 is possible and recorded as such
 * @param approvers logins whose approval counts
 * @param botKeys public SSH keys of the bot that are valid, in OpenSSH form
 */
public record ApprovalPolicy(int required, List<String> approvers, List<String> botKeys) {
  public ApprovalPolicy {
    approvers = List.copyOf(approvers);
    botKeys = List.copyOf(botKeys);
  }
}
