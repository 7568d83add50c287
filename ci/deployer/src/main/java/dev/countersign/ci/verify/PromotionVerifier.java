package dev.countersign.ci.verify;

import dev.countersign.ci.promotion.MergeRequests;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * Verifies promotions of one protected branch. Reads only; each verification asks the forge and Git
 * anew, so it may be repeated.
 */
public final class PromotionVerifier {
  private final ProtectedBranch branch;
  private final MergeRequests requests;
  private final Settings settings;
  private final ArtifactStore store;

  public PromotionVerifier(
      ProtectedBranch branch, MergeRequests requests, Settings settings, ArtifactStore store) {
    this.branch = branch;
    this.requests = requests;
    this.settings = settings;
    this.store = store;
  }

  /** The branch that is verified against. */
  public ProtectedBranch branch() {
    return branch;
  }

  /**
   * Whether a reference may be deployed now: judged by the configuration at the branch's tip,
   * withdrawals merged later included, and every byte of the artifact read.
   *
   * @param commit the first-parent commit that touched the line's reference
   * @throws dev.countersign.modelrefs.error.CountersignException if the forge, Git or the store
   *     cannot be asked; what they answer is in the checks
   */
  public Verification verifyNew(ModelEnvironment line, CommitId commit) {
    return run(line, commit, new Judgement(Optional.of(branch.tip()), Optional.of(store))).verify();
  }

  /**
   * Whether a reference was validly approved when it was merged: judged by the configuration at its
   * commit's first parent. For what is recorded already (baseline, rollback source, status).
   */
  public Verification verifyRecorded(ModelEnvironment line, CommitId commit) {
    return run(line, commit, new Judgement(Optional.empty(), Optional.empty())).verify();
  }

  /** As {@link #verifyRecorded}, and every byte of the artifact: what was deployed is put back. */
  public Verification verifyRestorable(ModelEnvironment line, CommitId commit) {
    return run(line, commit, new Judgement(Optional.empty(), Optional.of(store))).verify();
  }

  /**
   * Verifies every reference that a commit brought.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code COMMIT_NOT_MERGED} (fault
   *     row 59)
   */
  public List<Verification> verifyCommit(CommitId commit) {
    return branch.linesBroughtBy(commit).stream().map(line -> verifyNew(line, commit)).toList();
  }

  private VerificationRun run(ModelEnvironment line, CommitId commit, Judgement judgement) {
    return new VerificationRun(this, line, commit, judgement);
  }

  MergeRequests requests() {
    return requests;
  }

  Settings settings() {
    return settings;
  }

  /**
   * By what a promotion is judged.
   *
   * @param configuredAt where the configuration is read; empty: at the commit's first parent
   * @param store where the bytes are read; empty: they are not
   */
  record Judgement(Optional<CommitId> configuredAt, Optional<ArtifactStore> store) {
    boolean isForNow() {
      return configuredAt.isPresent();
    }
  }
}
