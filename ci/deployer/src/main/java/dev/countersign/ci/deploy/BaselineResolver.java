package dev.countersign.ci.deploy;

import dev.countersign.ci.target.Release;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.ci.verify.Verification;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the baseline of a line: the reference of its last successful deployment whose commit is on
 * the protected branch and was validly approved, judged by the configuration at that commit's first
 * parent. Never what the branch merely says, never what a run claims.
 */
public final class BaselineResolver {
  private final GitRepository git;
  private final String protectedBranch;
  private final PromotionSources sources;

  /**
   * @param protectedBranch its name, without {@code refs/heads/}
   */
  public BaselineResolver(GitRepository git, String protectedBranch, PromotionSources sources) {
    this.git = git;
    this.protectedBranch = protectedBranch;
    this.sources = sources;
  }

  /** The baseline; empty if nothing of the line was ever deployed with a valid approval. */
  public Optional<Baseline> resolve(ModelEnvironment line) {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    PromotionVerifier verifier =
        new PromotionVerifier(branch, sources.requests(), sources.settings(), sources.store());
    List<Deployment> newestFirst =
        new ArrayList<>(new LogReader(branch, line, new DeploymentLog(git).read(line)).successes());
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .map(deployment -> verifier.verifyRecorded(line, deployment.release().commit()))
        .filter(Verification::holds)
        .findFirst()
        .flatMap(Verification::release)
        .map(BaselineResolver::baseline);
  }

  private static Baseline baseline(Release release) {
    return new Baseline(release.reference(), release.commit());
  }
}
