package dev.countersign.ci.target;

import dev.countersign.modelrefs.value.Digest;

/** What a target says it serves. */
public sealed interface Observation {
  /** How a digest came to be known. */
  enum Means {
    /** The digest of bytes that Countersign fetched onto the target. */
    FETCHED,
    /** The app hashed what it loaded and says so. */
    SELF_REPORTED,
    /** Only the target's configuration says so. */
    DECLARED
  }

  /** Something is served. */
  record Serves(Digest digest, Means means) implements Observation {}

  /** Nothing is deployed there. */
  record Nothing() implements Observation {}

  /** The target does not answer. */
  record Unreachable(String reason) implements Observation {}
}
