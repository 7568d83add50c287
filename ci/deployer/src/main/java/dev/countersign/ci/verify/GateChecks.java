package dev.countersign.ci.verify;

import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evidence.gate.GateRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Whether the gates allow a deployment (I14): a failed gate must have been waived, and a gate that
 * needs a person must have had one, even where the environment asks for no approval.
 */
final class GateChecks {
  private GateChecks() {}

  /** The gates of the configuration, applied again to what the reference records. */
  static List<GateResult> recompute(List<GateSpec> gates, Optional<Evaluation> evaluation) {
    return evaluation
        .map(found -> GateRules.apply(gates, found))
        .orElseGet(() -> gates.stream().map(GateChecks::withoutEvaluation).toList());
  }

  /**
   * Whether a gate failed and nobody waived it.
   *
   * @param waivers those that count
   */
  static boolean anyFailed(List<GateResult> results, List<Waiver> waivers) {
    return results.stream()
        .anyMatch(gate -> gate.outcome() == GateOutcome.FAILED && !isWaived(gate, waivers));
  }

  /**
   * Judges gate results.
   *
   * @param waivers those that count
   */
  static Check judge(List<GateResult> results, List<Waiver> waivers, ApprovalDecision approval) {
    List<String> refused = new ArrayList<>();
    for (GateResult gate : results) {
      boolean waived = isWaived(gate, waivers);
      boolean decided = !approval.counted().isEmpty() || waived;
      if (gate.outcome() == GateOutcome.FAILED && !waived) {
        refused.add("\"%s\" failed: %s".formatted(gate.id(), gate.reason()));
      } else if (gate.outcome() == GateOutcome.NEEDS_PERSON && !decided) {
        refused.add("\"%s\" needs a person: %s".formatted(gate.id(), gate.reason()));
      }
    }
    return refused.isEmpty()
        ? new Check.Passed(CheckName.GATES, summary(results, waivers))
        : new Check.Failed(
            CheckName.GATES, ErrorCode.GATE_FAILED, "gate " + String.join("; gate ", refused));
  }

  private static boolean isWaived(GateResult gate, List<Waiver> waivers) {
    return waivers.stream().anyMatch(waiver -> waiver.gateId().equals(gate.id()));
  }

  private static String summary(List<GateResult> results, List<Waiver> waivers) {
    String hold = results.size() == 1 ? "1 gate holds" : results.size() + " gates hold";
    if (waivers.isEmpty()) {
      return hold;
    }
    return hold
        + "; waived: "
        + waivers.stream()
            .map(waiver -> "\"%s\" by \"%s\"".formatted(waiver.gateId(), waiver.by()))
            .collect(Collectors.joining(", "));
  }

  private static GateResult withoutEvaluation(GateSpec gate) {
    return new GateResult(
        gate.id(),
        gate.kind(),
        gate.metric(),
        OptionalDouble.of(gate.bound()),
        GateOutcome.NEEDS_PERSON,
        "the reference has no evaluation");
  }
}
