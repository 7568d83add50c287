package dev.countersign.ci.deploy;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.HoldReleased;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.git.log.LogRebuilt;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What people write into the deployment log: holds, releases, and that it was lost. Anybody may
 * freeze a line; to lift a hold, or to vouch for what is live after the log was lost, takes an
 * approver of the environment by the protected branch's configuration. Each call looks first.
 */
public final class Holds {
  private final GitRepository git;
  private final String protectedBranch;
  private final Settings settings;
  private final InstantSource clock;

  /**
   * @param protectedBranch its name, as the forge confirms it, without {@code refs/heads/}
   */
  public Holds(GitRepository git, String protectedBranch, Settings settings, InstantSource clock) {
    this.git = git;
    this.protectedBranch = protectedBranch;
    this.settings = settings;
    this.clock = clock;
  }

  /** The hold that is in force on a line. */
  public Optional<HoldSet> inForce(ModelEnvironment line) {
    return read(line, branch()).hold();
  }

  /**
   * Freezes a line from the sequence on that is declared now: that one, if it is not live yet, and
   * all after it. A hold in force is kept as it is.
   *
   * @param by login of whoever asks for it
   * @return the hold in force afterwards
   */
  public HoldSet hold(ModelEnvironment line, String by, String reason) {
    ProtectedBranch branch = branch();
    Optional<HoldSet> before = read(line, branch).hold();
    if (before.isPresent()) {
      return before.get();
    }
    HoldSet hold = new HoldSet(declared(line, branch).orElse(1L), by, reason, clock.instant());
    new DeploymentLog(git).append(line, hold);
    return hold;
  }

  /**
   * Lifts the hold of a line.
   *
   * @return whether there was one
   * @throws CountersignException {@code ACCESS_DENIED} if whoever asks is no approver
   */
  public boolean release(ModelEnvironment line, String by, String reason) {
    ProtectedBranch branch = branch();
    requireApprover(line, by, branch);
    if (read(line, branch).hold().isEmpty()) {
      return false;
    }
    return new DeploymentLog(git)
        .append(line, new HoldReleased(by, reason, branch.tip(), clock.instant()));
  }

  /**
   * Starts the log of a line anew after it, or its end, was lost: an approver vouches for what the
   * protected branch declares, and nothing with a lower sequence is deployed any more.
   *
   * @return whether it was necessary
   * @throws CountersignException {@code ACCESS_DENIED} if whoever asks is no approver
   */
  public boolean rebuildLog(ModelEnvironment line, String by, String reason) {
    ProtectedBranch branch = branch();
    requireApprover(line, by, branch);
    Optional<Long> declared = declared(line, branch);
    LogReader log = read(line, branch);
    if (declared.isEmpty() || (log.tellsAnything() && log.loss().isEmpty())) {
      return false;
    }
    return new DeploymentLog(git)
        .append(line, new LogRebuilt(by, reason, branch.tip(), declared.get(), clock.instant()));
  }

  private LogReader read(ModelEnvironment line, ProtectedBranch branch) {
    return new LogReader(branch, settings, line, new DeploymentLog(git).read(line));
  }

  private ProtectedBranch branch() {
    return ProtectedBranch.fetch(git, protectedBranch);
  }

  private static Optional<Long> declared(ModelEnvironment line, ProtectedBranch branch) {
    return branch
        .references()
        .at(branch.tip(), line)
        .document()
        .map(document -> document.reference().sequence());
  }

  private void requireApprover(ModelEnvironment line, String by, ProtectedBranch branch) {
    Optional<ApprovalPolicy> policy = settings.of(line, branch.tip()).map(LineSettings::approvals);
    if (policy.filter(found -> found.names(by)).isEmpty()) {
      throw new CountersignException(
          ErrorCode.ACCESS_DENIED,
          "\"%s\" is not an approver of \"%s\"; these are: %s"
              .formatted(
                  by,
                  line,
                  String.join(
                      ", ", policy.map(found -> found.required().logins()).orElse(List.of()))));
    }
  }
}
