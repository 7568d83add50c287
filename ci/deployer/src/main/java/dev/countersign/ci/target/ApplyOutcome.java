package dev.countersign.ci.target;

import dev.countersign.modelrefs.value.Digest;

/** What became of an {@link DeployTarget#apply}. */
public sealed interface ApplyOutcome {
  /** The release serves; its digest was observed. */
  record Serving(Digest observed) implements ApplyOutcome {}

  /** It was served already; nothing was touched. */
  record AlreadyServing(Digest observed) implements ApplyOutcome {}

  /** The release did not become healthy; what served before serves still. */
  record Unhealthy(String reason) implements ApplyOutcome {}

  /** The target could not be reached or changed; nothing is known to have changed. */
  record Unreachable(String reason) implements ApplyOutcome {}
}
