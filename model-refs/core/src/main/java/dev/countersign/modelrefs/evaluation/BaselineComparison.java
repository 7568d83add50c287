package dev.countersign.modelrefs.evaluation;

import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;

/**
 * The comparison with the model that is live.
 *
 * @param comparable whether same rows, same metric definitions and no row in either training set
 * @param reason why it is not comparable, or what a reader must know; may be empty
 * @param metrics empty if not comparable
 */
public record BaselineComparison(
    ModelVersion version,
    Digest artifactDigest,
    boolean comparable,
    String reason,
    List<MetricDelta> metrics) {
  public BaselineComparison {
    metrics = List.copyOf(metrics);
  }
}
