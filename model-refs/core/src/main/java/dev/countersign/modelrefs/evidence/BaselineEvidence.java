package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Optional;

/**
 * The model that is live, and what is known of how it was made.
 *
 * @param definitions how its run defined its metrics; empty if not recorded
 * @param trainingRows the rows it was trained on; empty if not recorded
 * @param unloadable why the run's predict step could not load it; empty if it could
 */
public record BaselineEvidence(
    ModelVersion version,
    Digest artifactDigest,
    List<MetricDefinition> definitions,
    Optional<TrainingRows> trainingRows,
    Optional<String> unloadable) {
  public BaselineEvidence {
    definitions = List.copyOf(definitions);
  }
}
