package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;

/** What is to be done at one target. */
sealed interface Decision {
  /** Verify what is declared and make the target serve it. */
  record Deploy() implements Decision {}

  /** The target serves bytes that nobody deployed: the last recorded release shall serve again. */
  record PutBack(RecordedRelease last, Digest foreign) implements Decision {}

  /** Nothing: it serves what is declared. */
  record UpToDate() implements Decision {}

  /** Nothing: a newer one was deployed. */
  record Superseded(long by) implements Decision {}

  /** It must not be deployed. */
  record Refuse(ErrorCode code, String reason) implements Decision {}
}
