package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.GateOutcome;
import java.util.ArrayList;
import java.util.List;

/** Why a candidate is blocked, needs a person, or is waived; what a rollback withdraws. */
final class BlockReasons {
  private static final int MOST_REASONS = 5;

  private BlockReasons() {}

  /** Why it is blocked, needs a person, or is waived. */
  static List<Phrase> of(ReviewInput input) {
    if (input.candidate().rollbackOf().isPresent()) {
      return RollbackEffect.of(input);
    }
    List<Phrase> reasons = new ArrayList<>();
    add(reasons, JudgedGate.with(input, GateOutcome.FAILED), Tone.BAD, "Blocked");
    add(reasons, JudgedGate.with(input, GateOutcome.NEEDS_PERSON), Tone.OPEN, "Needs a person");
    add(reasons, JudgedGate.with(input, GateOutcome.WAIVED), Tone.OPEN, "Waived");
    return reasons;
  }

  private static void add(List<Phrase> reasons, List<JudgedGate> gates, Tone tone, String word) {
    for (JudgedGate gate : gates.stream().limit(MOST_REASONS).toList()) {
      reasons.add(
          Phrase.EMPTY
              .mark(tone, word)
              .text(": gate ")
              .code(gate.result().id())
              .text(": ")
              .then(gate.reasonCell()));
    }
    if (gates.size() > MOST_REASONS) {
      reasons.add(Phrase.of("… and " + (gates.size() - MOST_REASONS) + " more gates, see below"));
    }
  }
}
