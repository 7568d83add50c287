package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
import java.util.Optional;

/**
 * A compare-and-swap of one remote ref.
 *
 * @param ref full name
 * @param expected what the remote must hold now; empty: it must not exist
 * @param target what it shall hold; empty: delete
 */
public record RefUpdate(String ref, Optional<CommitId> expected, Optional<CommitId> target) {}
