package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.value.Digest;

/** The digest a target serves, and how it came to be known. */
public record ObservedDigest(Digest digest, Means means) {
  /** How a digest came to be known. */
  public enum Means {
    /** Of bytes that Countersign fetched onto the target. */
    FETCHED,
    /** The app hashed what it loaded and says so. */
    SELF_REPORTED,
    /** Only the target's configuration says so. */
    DECLARED
  }
}
