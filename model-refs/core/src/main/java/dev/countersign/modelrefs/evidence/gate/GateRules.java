package dev.countersign.modelrefs.evidence.gate;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.GateSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Applies the gates of a configuration to an evaluation. */
public final class GateRules {
  private GateRules() {}

  /**
   * Recomputes the gates from what a reference records, for a configuration that may have changed
   * since. Slices cannot be judged anew without the predictions: their corrected p-values hold for
   * the margin of the slice gate that the evaluation records for the metric, or for 0 where it
   * records none, and a gate that asks for another margin needs a person.
   *
   * @return one result per gate, in the order given; never {@code WAIVED}
   */
  public static List<GateResult> apply(List<GateSpec> gates, Evaluation evaluation) {
    Map<String, Double> margins = new LinkedHashMap<>();
    evaluation.gates().stream()
        .filter(gate -> gate.kind() == GateKind.SLICES)
        .forEach(gate -> margins.putIfAbsent(gate.metric(), gate.margin().orElse(Double.NaN)));
    return apply(gates, evaluation, margins);
  }

  /**
   * Applies gates where the margins are known with which slices were judged.
   *
   * @param margins by metric; a metric without one was judged with margin 0, if at all
   */
  public static List<GateResult> apply(
      List<GateSpec> gates, Evaluation evaluation, Map<String, Double> margins) {
    Lookup lookup = new Lookup(evaluation);
    return gates.stream().map(gate -> result(gate, lookup, margins)).toList();
  }

  private static GateResult result(GateSpec gate, Lookup lookup, Map<String, Double> margins) {
    Ruling ruling = ruling(gate, lookup, margins);
    return new GateResult(
        gate.id(),
        gate.kind(),
        gate.metric(),
        OptionalDouble.of(gate.bound()),
        ruling.outcome(),
        ruling.reason());
  }

  private static Ruling ruling(GateSpec gate, Lookup lookup, Map<String, Double> margins) {
    return switch (gate.kind()) {
      case SUPERIOR, NON_INFERIOR -> new ComparisonRule(gate, lookup).rule();
      case AT_LEAST, AT_MOST, NOT_WORSE_THAN -> new PointRule(gate, lookup).rule();
      case SLICES -> new SlicesRule(gate, lookup, margins.getOrDefault(gate.metric(), 0.0)).rule();
    };
  }
}
