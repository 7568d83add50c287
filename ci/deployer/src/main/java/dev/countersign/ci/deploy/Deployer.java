package dev.countersign.ci.deploy;

import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.value.CommitId;
import java.time.InstantSource;

/**
 * Brings every target to what a merged commit declares (I1). Killed anywhere and run again, it ends
 * where an undisturbed run would have (I5). Not thread-safe, as its repository; several processes
 * may deploy at once.
 */
public final class Deployer {
  private final GitRepository git;
  private final String protectedBranch;
  private final PromotionSources sources;
  private final Targets targets;
  private final TrustPolicy trust;
  private final InstantSource clock;

  /**
   * @param protectedBranch its name, as the forge confirms it, without {@code refs/heads/}
   */
  public Deployer(
      GitRepository git,
      String protectedBranch,
      PromotionSources sources,
      Targets targets,
      TrustPolicy trust,
      InstantSource clock) {
    this.git = git;
    this.protectedBranch = protectedBranch;
    this.sources = sources;
    this.targets = targets;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * Plans {@code deploy --commit}: reads Git, the forge, the store and the targets, and changes
   * nothing.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code COMMIT_NOT_MERGED} if the
   *     commit is not a first-parent commit of the protected branch; what concerns one line only is
   *     in the plan
   */
  public DeployPlan plan(CommitId commit) {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    branch.requireMerged(commit);
    return plan(branch, commit);
  }

  /** Plans {@code reconcile}: the deploy of the protected branch's tip. */
  public DeployPlan planReconcile() {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    return plan(branch, branch.tip());
  }

  private DeployPlan plan(ProtectedBranch branch, CommitId commit) {
    return new DeployPlanner(branch, sources, targets, trust)
        .plan(commit, new DeploymentLog(git).readAll(branch.linesAt(commit)));
  }

  /**
   * Executes a plan as it is. What it changes is recorded in the deployment log; failures are
   * outcomes.
   */
  public DeployReport execute(DeployPlan plan, DeployListener listener) {
    DeployRecorder recorder = new DeployRecorder(new DeploymentLog(git));
    return new DeployExecutor(targets, recorder, clock, listener).execute(plan);
  }
}
