package dev.countersign.ci.deploy;

import dev.countersign.ci.verify.MergedReferences;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the protected branch proves of a line's deployments, whatever the deployment log tells.
 * Whoever can rewind the log cannot take this back.
 */
final class ProvenDeployments {
  private final MergedReferences references;
  private final ProtectedBranch branch;
  private final ModelEnvironment line;

  ProvenDeployments(ProtectedBranch branch, ModelEnvironment line) {
    this.references = new MergedReferences(branch);
    this.branch = branch;
    this.line = line;
  }

  /** The highest sequence that was ever merged; 0 if no readable reference was. */
  long highestMerged() {
    return merged().mapToLong(ModelReference::sequence).max().orElse(0);
  }

  /**
   * The newest sequence that a reference merged later was compared with. Only what was deployed is
   * a baseline, so it was deployed before that one was proposed. A rollback tells nothing: its
   * comparison is that of the reference it copies.
   */
  Optional<Long> newestBaseline() {
    Set<Digest> baselines = new HashSet<>();
    for (Iterator<ModelReference> newestFirst = merged().iterator(); newestFirst.hasNext(); ) {
      ModelReference reference = newestFirst.next();
      if (baselines.contains(reference.artifact().digest())) {
        return Optional.of(reference.sequence());
      }
      if (reference.origin() != Origin.ROLLBACK) {
        baselineOf(reference).ifPresent(baselines::add);
      }
    }
    return Optional.empty();
  }

  private Stream<ModelReference> merged() {
    return references.upTo(line, branch.tip()).map(merged -> merged.release().reference());
  }

  private static Optional<Digest> baselineOf(ModelReference reference) {
    return reference
        .evaluation()
        .flatMap(evaluation -> evaluation.baseline())
        .map(BaselineComparison::artifactDigest);
  }
}
