package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.GateOutcome;

/**
 * What a rule says.
 *
 * @param reason one sentence with the numbers that decided, without a full stop
 */
record Ruling(GateOutcome outcome, String reason) {
  static Ruling of(boolean passed, String reason) {
    return new Ruling(passed ? GateOutcome.PASSED : GateOutcome.FAILED, reason);
  }

  static Ruling needsPerson(String reason) {
    return new Ruling(GateOutcome.NEEDS_PERSON, reason);
  }
}
