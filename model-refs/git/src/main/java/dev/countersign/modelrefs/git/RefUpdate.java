package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
import java.util.Objects;
import java.util.Optional;

/**
 * A compare-and-swap of one remote ref.
 *
 * @param ref full name
 * @param expected what the remote must hold now; empty: it must not exist
 * @param target what it shall hold; empty: delete
 */
public record RefUpdate(String ref, Optional<CommitId> expected, Optional<CommitId> target) {
  /**
   * @throws IllegalArgumentException if the ref is not a full name or nothing would be done
   */
  public RefUpdate {
    if (!ref.startsWith("refs/")) {
      throw new IllegalArgumentException("\"" + ref + "\" is not a full ref name");
    }
    Objects.requireNonNull(expected);
    Objects.requireNonNull(target);
    if (expected.isEmpty() && target.isEmpty()) {
      throw new IllegalArgumentException("\"" + ref + "\" would be neither made nor moved");
    }
  }

  /** Makes a ref that must not exist yet. */
  public static RefUpdate create(String ref, CommitId target) {
    return new RefUpdate(ref, Optional.empty(), Optional.of(target));
  }

  /** Moves a ref from one commit to another. */
  public static RefUpdate move(String ref, CommitId expected, CommitId target) {
    return new RefUpdate(ref, Optional.of(expected), Optional.of(target));
  }

  /** Deletes a ref that holds a commit. */
  public static RefUpdate delete(String ref, CommitId expected) {
    return new RefUpdate(ref, Optional.of(expected), Optional.empty());
  }
}
