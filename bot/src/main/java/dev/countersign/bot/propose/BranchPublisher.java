package dev.countersign.bot.propose;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a reference on the bot's branch: one commit on the base, pushed with a lease. The commit is
 * a function of base and reference, so a second run makes the same one and pushes nothing.
 */
final class BranchPublisher {
  private static final String NAME = "Countersign";
  private static final String EMAIL = "bot@countersign.invalid";

  private final GitRepository git;

  BranchPublisher(GitRepository git) {
    this.git = git;
  }

  /**
   * The head that proposes the reference.
   *
   * @throws CountersignException {@code CONFLICT} if somebody else pushed in the meantime
   */
  CommitId publish(ModelReference reference, ProposalPlan.Promotion promotion) {
    Optional<CommitId> tip = tip(promotion.branch());
    if (promotion.keepCommit() && tip.isPresent()) {
      return tip.get();
    }
    CommitId commit = git.commit(draft(reference, promotion.base()));
    if (tip.filter(commit::equals).isPresent()) {
      return commit;
    }
    String ref = "refs/heads/" + reference.line().branch();
    PushResult pushed = git.push(List.of(new RefUpdate(ref, tip, Optional.of(commit)))).get(0);
    if (pushed instanceof PushResult.Moved) {
      return commit;
    }
    String why =
        pushed instanceof PushResult.Refused refused
            ? "the push was refused: " + refused.reason()
            : "somebody else pushed to it in the meantime";
    throw new CountersignException(
        ErrorCode.CONFLICT, "branch \"%s\": %s".formatted(reference.line().branch(), why));
  }

  private static CommitDraft draft(ModelReference reference, CommitId base) {
    byte[] document = ReferenceCodec.encode(reference);
    Person bot = new Person(NAME, EMAIL, reference.provenance().run().finishedAt());
    return new CommitDraft(
        List.of(base),
        Map.of(reference.line().referencePath(), Optional.of(document)),
        message(reference),
        bot);
  }

  private static String message(ModelReference reference) {
    String verb = reference.origin() == Origin.ROLLBACK ? "Roll back" : "Promote";
    return """
        %s %s to %s in %s

        Countersign-Artifact: %s
        Countersign-Sequence: %d
        """
        .formatted(
            verb,
            reference.line().model(),
            reference.version(),
            reference.line().environment(),
            reference.artifact().digest(),
            reference.sequence());
  }

  private static Optional<CommitId> tip(BranchState branch) {
    if (branch instanceof BranchState.Ours ours) {
      return Optional.of(ours.tip());
    }
    return branch instanceof BranchState.Foreign remade
        ? Optional.of(remade.tip())
        : Optional.empty();
  }
}
