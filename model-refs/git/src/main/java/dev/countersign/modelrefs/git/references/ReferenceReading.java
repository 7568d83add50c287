package dev.countersign.modelrefs.git.references;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import java.util.Optional;

/** What lies at a line's path in a commit. */
public sealed interface ReferenceReading {
  /** The reference, if there is one that can be read. */
  default Optional<ReferenceDocument> document() {
    return this instanceof Present present ? Optional.of(present.read()) : Optional.empty();
  }

  /** A reference whose form and checksum are right, and that is about the line. */
  record Present(BlobId blob, ReferenceDocument read) implements ReferenceReading {}

  /** A file that is no reference of the line. */
  record Unreadable(BlobId blob, ErrorCode code, String reason) implements ReferenceReading {}

  /** Nothing, or no plain file. */
  record Absent() implements ReferenceReading {}
}
