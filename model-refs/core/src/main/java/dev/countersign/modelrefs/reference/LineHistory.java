package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import dev.countersign.modelrefs.value.ModelVersion.Bump;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The references that one model and environment has had on the protected branch.
 *
 * @param references newest first; the first one is the base of the next
 */
public record LineHistory(List<ModelReference> references) {
  public LineHistory {
    references = List.copyOf(references);
  }

  /** The reference that the next one replaces; empty for a new line. */
  public Optional<ModelReference> base() {
    return references.stream().findFirst();
  }

  /**
   * The numbers of a newly trained or adopted artifact: the bump of the highest version, or the
   * version the artifact already had here.
   */
  public ReferenceNumbers next(Digest artifact, Bump bump) {
    return numbers(versionOf(artifact).orElseGet(() -> fresh(bump)));
  }

  /**
   * The numbers of a reference that comes from another environment: it carries its version, unless
   * that one is taken here by another artifact; then it gets the next patch version.
   */
  public ReferenceNumbers advanced(ModelReference from) {
    Digest artifact = from.artifact().digest();
    return numbers(
        versionOf(artifact)
            .orElseGet(() -> taken(from.version()) ? fresh(Bump.PATCH) : from.version()));
  }

  /**
   * Digests that a rollback has withdrawn and that nobody has merged since. They count as rejected.
   */
  public Set<Digest> withdrawn() {
    Set<Digest> mergedSince = new HashSet<>();
    Set<Digest> withdrawn = new LinkedHashSet<>();
    for (ModelReference reference : references) {
      mergedSince.add(reference.artifact().digest());
      reference
          .rollbackOf()
          .map(Withdrawal::artifactDigest)
          .filter(digest -> !mergedSince.contains(digest))
          .ifPresent(withdrawn::add);
    }
    return Set.copyOf(withdrawn);
  }

  private ReferenceNumbers numbers(ModelVersion version) {
    ModelVersion highest =
        base()
            .map(ModelReference::highestVersion)
            .filter(before -> before.compareTo(version) > 0)
            .orElse(version);
    return new ReferenceNumbers(
        version, highest, base().map(ModelReference::sequence).orElse(0L) + 1);
  }

  private ModelVersion fresh(Bump bump) {
    return base().map(base -> base.highestVersion().next(bump)).orElse(ModelVersion.FIRST);
  }

  private Optional<ModelVersion> versionOf(Digest artifact) {
    return references.stream()
        .filter(reference -> reference.artifact().digest().equals(artifact))
        .map(ModelReference::version)
        .findFirst();
  }

  private boolean taken(ModelVersion version) {
    return references.stream().anyMatch(reference -> reference.version().equals(version));
  }
}
