package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.value.Digest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares what a run claims with what its predictions show.
 *
 * <p>A claim may be rounded: it agrees if it differs by no more than half a unit of its last
 * printed digit, but never by more than 0.5 % of the computed value, and always if it differs by no
 * more than a millionth of it (single-precision sums).
 */
final class ClaimCheck {
  private static final double COARSEST = 0.005;
  private static final double FINEST = 1e-6;

  private final List<Problem> problems = new ArrayList<>();

  /** Checks the digest of the rows. */
  void dataset(Digest claimed, Digest computed) {
    if (!claimed.equals(computed)) {
      problems.add(
          new Problem(
              "$.dataset.digest",
              "the run claims \"%s\", its predictions give \"%s\"".formatted(claimed, computed)));
    }
  }

  /** Checks every claim about a metric that is computed; the others are declared, not checked. */
  void metrics(List<ReportedMetric> claims, Map<String, Double> computed) {
    for (ReportedMetric claim : claims) {
      Double value = computed.get(claim.name());
      if (value != null) {
        metric(claim, value);
      }
    }
  }

  /**
   * Ends the check.
   *
   * @throws CountersignException {@link ErrorCode#EVIDENCE_CONTRADICTED} with every contradiction
   */
  void end() {
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.EVIDENCE_CONTRADICTED,
          "the run's predictions contradict what it claims: " + problems.get(0).message(),
          problems);
    }
  }

  private void metric(ReportedMetric claim, double computed) {
    String path = "$.metrics[" + claim.name() + "]";
    if (Double.isNaN(computed)) {
      problems.add(
          new Problem(
              path,
              "the run claims %s \"%s\", which is undefined on its predictions"
                  .formatted(claim.name(), claim.value())));
    } else if (!agrees(claim.value(), computed)) {
      problems.add(
          new Problem(
              path,
              "the run claims %s \"%s\", its predictions give \"%s\""
                  .formatted(claim.name(), claim.value(), computed)));
    }
  }

  /** Whether a claim is the computed value, but for rounding. */
  static boolean agrees(double claimed, double computed) {
    if (!Double.isFinite(claimed) || !Double.isFinite(computed)) {
      return false;
    }
    double scale = Math.abs(computed);
    int decimals = BigDecimal.valueOf(claimed).stripTrailingZeros().scale();
    double rounding = Math.min(0.5 * Math.pow(10, -decimals), COARSEST * scale);
    return Math.abs(claimed - computed) <= Math.max(rounding, FINEST * scale);
  }
}
