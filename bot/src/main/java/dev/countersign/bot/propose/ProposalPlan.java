package dev.countersign.bot.propose;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Optional;

/**
 * What the bot will do about a run for one line. A value: a dry run prints it, a real run executes
 * it.
 *
 * @param outcome how the run will be recorded
 * @param reason one sentence for people
 * @param promotion what is to be brought about; empty where nothing is
 */
public record ProposalPlan(
    ModelEnvironment line, ProposalOutcome outcome, String reason, Optional<Promotion> promotion) {

  /** The same plan, for another reason. */
  ProposalPlan because(String other) {
    return new ProposalPlan(line, outcome, other, promotion);
  }

  /**
   * The state to bring about.
   *
   * @param reference the reference to propose
   * @param target the protected branch
   * @param base the commit to build on
   * @param branch what is on the bot's branch now
   * @param keepCommit whether the branch proposes exactly this reference already and the base has
   *     not changed it: then the commit stays, and with it the approvals
   * @param supersedes the candidate under review that this one replaces
   */
  public record Promotion(
      ModelReference reference,
      String target,
      CommitId base,
      BranchState branch,
      boolean keepCommit,
      Optional<ModelReference> supersedes) {
    /** Whether the merge request is a draft; a rollback's gates are shown, not judged again. */
    public boolean draft() {
      return reference.origin() != Origin.ROLLBACK
          && reference.evaluation().map(evaluation -> evaluation.blocked()).orElse(false);
    }
  }
}
