package dev.countersign.bot.review;

import dev.countersign.modelrefs.reference.Withdrawal;
import java.util.List;

/** What a rollback withdraws, and what follows from it. */
final class RollbackEffect {
  private RollbackEffect() {}

  static List<Phrase> of(ReviewInput input) {
    Withdrawal withdrawal = input.candidate().rollbackOf().orElseThrow();
    Phrase withdrawn =
        Phrase.of("Withdrawn: version ")
            .strong(withdrawal.version().toString())
            .text(", sequence " + withdrawal.sequence() + ", artifact ")
            .code("sha256:" + withdrawal.artifactDigest().shortHex())
            .text(". This artifact is not proposed again unless someone asks for it.");
    Phrase gates =
        Phrase.of(
            "Gates and metrics below are those recorded when "
                + input.candidate().version()
                + " was approved; they were not computed again.");
    return List.of(withdrawn, requester(withdrawal), gates);
  }

  private static Phrase requester(Withdrawal withdrawal) {
    return withdrawal
        .requestedBy()
        .map(
            by ->
                Phrase.of("Asked for by ")
                    .strong(by.login())
                    .text(by.attested() ? ", as the CI confirms." : ", as they say themselves."))
        .orElse(
            Phrase.EMPTY
                .mark(Tone.BAD, "Requester unknown")
                .text(": nobody says who asked for it; it may be one of the approvers."));
  }
}
