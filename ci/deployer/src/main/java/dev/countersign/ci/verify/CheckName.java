package dev.countersign.ci.verify;

import dev.countersign.modelrefs.value.WireName;

/** What is checked before a promotion is deployed, in this order. */
public enum CheckName {
  /** The commit is a first-parent commit of the protected branch and touched the reference. */
  MERGED,
  /** The reference can be read, its checksum matches, and it is for this line. */
  REFERENCE,
  /** Its sequence follows the one before, and nothing merged later withdraws it. */
  SEQUENCE,
  /** The protected branch's configuration names the line. */
  CONFIGURED,
  /** A merge request into the protected branch brought it. */
  MERGE_REQUEST,
  /** Every commit that brought content is signed by a bot's key. */
  SIGNED,
  /** Nothing but the reference was changed. */
  PATHS,
  /** What was merged is byte for byte what was at the merge request's head. */
  CONTENT,
  /** Who launched the training is attested, where the environment demands it. */
  LAUNCHER,
  /** Enough people whose approval counts approved that content. */
  APPROVED,
  /** The gates of the protected branch's configuration hold, or were waived. */
  GATES,
  /** A rollback goes back to a reference that was merged and approved before. */
  ROLLBACK_SOURCE,
  /** The stored bytes have the digest. */
  ARTIFACT;

  /** As printed, for example {@code merge-request}. */
  public String label() {
    return WireName.hyphenated(this);
  }
}
