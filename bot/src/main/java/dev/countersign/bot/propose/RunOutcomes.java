package dev.countersign.bot.propose;

import dev.countersign.modelrefs.git.log.OutcomeLog;
import dev.countersign.modelrefs.git.log.OutcomeRecord;
import dev.countersign.modelrefs.git.log.RunOutcome;
import java.time.Instant;
import java.util.Optional;

/** The record of what became of every run. */
public final class RunOutcomes {
  private final OutcomeLog log;

  /** On the log of a repository. */
  public RunOutcomes(OutcomeLog log) {
    this.log = log;
  }

  /** Records the end of a run for a line; the same end is recorded once. */
  public void record(Candidate candidate, ProposalPlan plan, Instant now) {
    runOutcome(plan.outcome())
        .ifPresent(
            outcome ->
                log.append(
                    plan.line(),
                    new OutcomeRecord(
                        candidate.provenance().run().id(),
                        outcome,
                        Optional.of(candidate.artifact().digest()),
                        Optional.of(candidate.evaluation().dataset().digest()),
                        now,
                        plan.reason())));
  }

  /** How many other candidates the evaluation rows of this one have judged for its line. */
  public int othersJudged(Candidate candidate) {
    return log.othersJudged(
        candidate.line(), candidate.evaluation().dataset().digest(), candidate.artifact().digest());
  }

  /** A conflict is not the end of a run: it is proposed again once a person has resolved it. */
  private static Optional<RunOutcome> runOutcome(ProposalOutcome outcome) {
    return switch (outcome) {
      case PROPOSED -> Optional.of(RunOutcome.PROPOSED);
      case UNCHANGED -> Optional.of(RunOutcome.UNCHANGED);
      case OLDER -> Optional.of(RunOutcome.OLDER);
      case REJECTED -> Optional.of(RunOutcome.REJECTED);
      case HELD -> Optional.of(RunOutcome.HELD);
      case NOT_BETTER -> Optional.of(RunOutcome.NOT_BETTER);
      case BLOCKED -> Optional.of(RunOutcome.BLOCKED);
      case CONFLICT -> Optional.empty();
    };
  }
}
