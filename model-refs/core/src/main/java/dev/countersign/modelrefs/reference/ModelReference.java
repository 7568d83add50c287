package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code model-reference.json}, without its checksum, which the codec computes.
 *
 * @param line the model and environment it is for
 * @param highestVersion the highest version this environment has had, this one included
 * @param sequence 1 for the first reference of the line, then one more each; at most 2^53
 * @param evaluation empty for an adopted model
 * @param inputSchema digest of the serving input schema, if the run brought one
 * @param changeRequest the change ticket, where the environment requires one
 * @param rollbackOf present exactly if the origin is {@link Origin#ROLLBACK}
 */
public record ModelReference(
    ModelEnvironment line,
    ModelVersion version,
    ModelVersion highestVersion,
    long sequence,
    Origin origin,
    Artifact artifact,
    Optional<Evaluation> evaluation,
    Provenance provenance,
    Optional<Digest> inputSchema,
    Optional<String> changeRequest,
    Optional<Withdrawal> rollbackOf) {
  /**
   * @throws IllegalArgumentException if the fields contradict each other
   */
  public ModelReference {
    Objects.requireNonNull(line);
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence must be 1 or more, is " + sequence);
    }
    if (highestVersion.compareTo(version) < 0) {
      throw new IllegalArgumentException(
          "highestVersion " + highestVersion + " is lower than version " + version);
    }
    if ((origin == Origin.ROLLBACK) != rollbackOf.isPresent()) {
      throw new IllegalArgumentException(
          "rollbackOf must be there if, and only if, origin is rollback");
    }
  }

  /** The same reference with another provenance. */
  public ModelReference withProvenance(Provenance other) {
    return new ModelReference(
        line,
        version,
        highestVersion,
        sequence,
        origin,
        artifact,
        evaluation,
        other,
        inputSchema,
        changeRequest,
        rollbackOf);
  }

  /** The same reference with the artifact as the store keeps it. */
  public ModelReference withArtifact(Artifact stored) {
    return new ModelReference(
        line,
        version,
        highestVersion,
        sequence,
        origin,
        stored,
        evaluation,
        provenance,
        inputSchema,
        changeRequest,
        rollbackOf);
  }
}
