package dev.countersign.ci.deploy;

import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.log.DeploymentRecord;
import dev.countersign.modelrefs.git.log.HoldReleased;
import dev.countersign.modelrefs.git.log.LogRebuilt;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Optional;

/**
 * Whether people might do what the deployment log says they did. To lift a hold, or to vouch for
 * what is live, took an approver by the protected branch's configuration at the tip that the record
 * names. The name itself is text: whoever may write the log may write anybody's.
 */
public final class RecordAuthority {
  private final ProtectedBranch branch;
  private final Settings settings;
  private final ModelEnvironment line;

  /** Over the log of one line. */
  public RecordAuthority(ProtectedBranch branch, Settings settings, ModelEnvironment line) {
    this.branch = branch;
    this.settings = settings;
    this.line = line;
  }

  /**
   * Why a record does not count; empty if it does. Anybody may freeze a line, and deployments are
   * not anybody's word.
   */
  public Optional<String> objection(DeploymentRecord record) {
    if (record instanceof HoldReleased released) {
      return notAnApprover(released.by(), released.tip());
    }
    if (record instanceof LogRebuilt rebuilt) {
      return notAnApprover(rebuilt.by(), rebuilt.tip()).or(() -> otherwiseDeclared(rebuilt));
    }
    return Optional.empty();
  }

  private Optional<String> notAnApprover(String login, CommitId tip) {
    if (!branch.holds(tip)) {
      return Optional.of(
          "commit \"%s\" is not on the protected branch \"%s\"".formatted(tip, branch.name()));
    }
    return isApprover(login, tip)
        ? Optional.empty()
        : Optional.of(
            "\"%s\" was not an approver of \"%s\" by the configuration at commit \"%s\""
                .formatted(login, line, tip.shortHex()));
  }

  private boolean isApprover(String login, CommitId tip) {
    try {
      return settings.of(line, tip).filter(found -> found.approvals().names(login)).isPresent();
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.CONFIGURATION_INVALID) {
        return false;
      }
      throw e;
    }
  }

  private Optional<String> otherwiseDeclared(LogRebuilt rebuilt) {
    boolean agrees =
        branch
            .references()
            .at(rebuilt.tip(), line)
            .document()
            .filter(document -> document.reference().sequence() == rebuilt.sequence())
            .isPresent();
    return agrees
        ? Optional.empty()
        : Optional.of(
            "the protected branch did not declare sequence \"%d\" at commit \"%s\""
                .formatted(rebuilt.sequence(), rebuilt.tip().shortHex()));
  }
}
