package dev.countersign.ci.deploy;

import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.ci.verify.Verification;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the baseline of an environment (DESIGN §3): the reference of the last successful deployment
 * record whose commit is on the protected branch and was validly approved, judged by the
 * configuration of its time. Never what the branch declares, never what a run claims. Reads only.
 */
public final class BaselineResolver {
  private final GitRepository git;
  private final String protectedBranch;
  private final PromotionSources sources;

  /**
   * @param protectedBranch its name, as the forge confirms it, without {@code refs/heads/}
   */
  public BaselineResolver(GitRepository git, String protectedBranch, PromotionSources sources) {
    this.git = git;
    this.protectedBranch = protectedBranch;
    this.sources = sources;
  }

  /**
   * The baseline of a line.
   *
   * @return empty if nothing was ever deployed successfully that verifies
   * @throws CountersignException {@code LOG_MISSING} if an approved reference was merged and no
   *     line of the deployment log verifies, or if lines must have been lost; {@code
   *     REMOTE_UNAVAILABLE} if the forge cannot be asked
   */
  public Optional<Baseline> resolve(ModelEnvironment line) {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    PromotionVerifier verifier =
        new PromotionVerifier(branch, sources.requests(), sources.settings(), sources.store());
    LogReader log =
        new LogReader(branch, sources.settings(), line, new DeploymentLog(git).read(line));
    if (hasTargets(line, branch)) {
      requireLog(line, verifier, log);
    }
    List<Deployment> newestFirst = new ArrayList<>(log.successes());
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .flatMap(deployment -> baseline(verifier, line, deployment).stream())
        .findFirst();
  }

  private static Optional<Baseline> baseline(
      PromotionVerifier verifier, ModelEnvironment line, Deployment deployment) {
    Verification found = verifier.verifyRecorded(line, deployment.release().commit());
    return found
        .release()
        .filter(release -> found.holds())
        .map(release -> new Baseline(release, deployment));
  }

  /** A log that lost its newest lines would give a candidate an older, easier baseline. */
  private static void requireLog(ModelEnvironment line, PromotionVerifier verifier, LogReader log) {
    if (!log.tellsAnything()) {
      refuseIfAnythingWasApproved(line, verifier);
      return;
    }
    log.loss()
        .ifPresent(
            why -> {
              throw new CountersignException(ErrorCode.LOG_MISSING, why);
            });
  }

  private static void refuseIfAnythingWasApproved(
      ModelEnvironment line, PromotionVerifier verifier) {
    ProtectedBranch branch = verifier.branch();
    branch.history(line, branch.tip()).stream()
        .map(GitCommit::id)
        .filter(commit -> verifier.verifyRecorded(line, commit).holds())
        .findFirst()
        .ifPresent(
            commit -> {
              throw new CountersignException(
                  ErrorCode.LOG_MISSING,
                  "commit \"%s\" brought a reference of \"%s\", ".formatted(commit.shortHex(), line)
                      + "but no line of the deployment log tells of any; "
                      + "deploy it first, or rebuild the log if it was lost");
            });
  }

  /** Nothing is ever deployed without a target, so no log can be missing and nothing is live. */
  private boolean hasTargets(ModelEnvironment line, ProtectedBranch branch) {
    return sources
        .settings()
        .of(line, branch.tip())
        .filter(settings -> settings.targets().isEmpty())
        .isEmpty();
  }
}
