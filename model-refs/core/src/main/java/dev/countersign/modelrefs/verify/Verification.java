package dev.countersign.modelrefs.verify;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.List;
import java.util.Optional;

/**
 * What verifying a reference found.
 *
 * @param reference empty if the document could not be read or its checksum is wrong
 * @param checks one per subject, in their order
 */
public record Verification(Optional<ModelReference> reference, List<Check> checks) {
  public Verification {
    checks = List.copyOf(checks);
  }

  /** Whether nothing failed; remarks and skipped checks do not count. */
  public boolean passed() {
    return failure().isEmpty();
  }

  /** The first failure, whose code decides the exit code. */
  public Optional<CountersignException> failure() {
    return checks.stream()
        .filter(Check.Failed.class::isInstance)
        .map(check -> ((Check.Failed) check).failure())
        .findFirst();
  }
}
