package dev.countersign.bot.propose;

import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.CommitStatus.State;
import dev.countersign.bot.text.PlainText;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.WireName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The marks beside a candidate's commit: one for the promotion, and one for each gate that failed.
 * Names stay the same from candidate to candidate, so that a forge can demand them.
 */
public final class PromotionStatuses {
  private PromotionStatuses() {}

  /**
   * The marks, the promotion's first.
   *
   * @param waivers those that count for this candidate
   * @param review where the candidate is reviewed
   */
  public static List<CommitStatus> of(
      ModelReference candidate, List<Waiver> waivers, Optional<URI> review) {
    String name = "countersign/" + candidate.line();
    List<GateResult> failed = failed(candidate);
    List<GateResult> blocking = failed.stream().filter(gate -> !waived(gate, waivers)).toList();
    List<CommitStatus> statuses = new ArrayList<>();
    statuses.add(
        new CommitStatus(
            name,
            blocking.isEmpty() ? State.SUCCESS : State.FAILURE,
            line(blocking.isEmpty() ? open(candidate) : blocked(blocking)),
            review));
    for (GateResult gate : failed) {
      boolean waived = waived(gate, waivers);
      statuses.add(
          new CommitStatus(
              name + "/" + gate.id(),
              waived ? State.SUCCESS : State.FAILURE,
              line(waived ? "waived; " + gate.reason() : gate.reason()),
              review));
    }
    return List.copyOf(statuses);
  }

  /** A rollback's gates are shown, not judged again. */
  private static List<GateResult> failed(ModelReference candidate) {
    return candidate.rollbackOf().isPresent()
        ? List.of()
        : candidate.evaluation().stream()
            .flatMap(evaluation -> evaluation.gates().stream())
            .filter(gate -> gate.outcome() == GateOutcome.FAILED)
            .toList();
  }

  private static boolean waived(GateResult gate, List<Waiver> waivers) {
    return waivers.stream().anyMatch(waiver -> waiver.gateId().equals(gate.id()));
  }

  private static String open(ModelReference candidate) {
    if (candidate.rollbackOf().isPresent()) {
      return "rollback to %s; a person decides".formatted(candidate.version());
    }
    return "%s: %s; a person decides"
        .formatted(
            candidate.version(),
            candidate.evaluation().map(PromotionStatuses::verdict).orElse("not evaluated"));
  }

  private static String verdict(Evaluation evaluation) {
    String verdict = WireName.words(evaluation.verdict());
    return evaluation
        .baseline()
        .map(live -> verdict + ", live is " + live.version())
        .orElse(verdict);
  }

  private static String blocked(List<GateResult> blocking) {
    String first = blocking.get(0).id();
    return blocking.size() == 1
        ? "blocked by gate " + first
        : "blocked by gate %s and %d more".formatted(first, blocking.size() - 1);
  }

  private static String line(String text) {
    String plain = PlainText.of(text);
    return plain.length() <= CommitStatus.MAX_DESCRIPTION
        ? plain
        : plain.substring(0, CommitStatus.MAX_DESCRIPTION - 1).strip() + "…";
  }
}
