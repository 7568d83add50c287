package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.Signature;
import java.util.List;

/**
 * Who has to approve a promotion into an environment.
 *
 * @param required whose approval is asked for, and how many
 * @param botKeys public SSH keys of the bot that are valid, in OpenSSH form; a comment is dropped
 * @param launcher what is asked of the one who launched the training
 */
public record ApprovalPolicy(
    RequiredApprovals required, List<String> botKeys, LauncherRule launcher) {
  public ApprovalPolicy {
    botKeys = botKeys.stream().map(ApprovalPolicy::withoutComment).toList();
  }

  /** A number of people out of one list. */
  public ApprovalPolicy(
      int required, List<String> approvers, List<String> botKeys, LauncherRule launcher) {
    this(RequiredApprovals.of(required, approvers), botKeys, launcher);
  }

  /** Whether a login is one of the approvers, in any case. */
  public boolean names(String login) {
    return required.names(login);
  }

  /** The same with other people. */
  public ApprovalPolicy requiring(RequiredApprovals others) {
    return new ApprovalPolicy(others, botKeys, launcher);
  }

  /** Whether a valid key of the bot signed a commit. */
  public boolean isSignedByBot(GitCommit commit) {
    return commit.signature().map(Signature::publicKey).filter(botKeys::contains).isPresent();
  }

  private static String withoutComment(String openSshKey) {
    String[] parts = openSshKey.strip().split("\\s+", 3);
    return parts.length < 2 ? openSshKey : parts[0] + " " + parts[1];
  }
}
