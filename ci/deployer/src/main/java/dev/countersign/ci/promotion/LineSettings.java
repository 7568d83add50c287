package dev.countersign.ci.promotion;

import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.evaluation.GateSpec;
import java.util.List;

/**
 * What the configuration says about one model in one environment.
 *
 * @param approvals who has to approve
 * @param gates in the order of the configuration
 * @param targets where it is served, in the order of deployment
 */
public record LineSettings(
    ApprovalPolicy approvals, List<GateSpec> gates, List<TargetSpec> targets) {
  public LineSettings {
    gates = List.copyOf(gates);
    targets = List.copyOf(targets);
  }
}
