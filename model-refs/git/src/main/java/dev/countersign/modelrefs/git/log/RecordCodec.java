package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;

/** How one kind of log writes its records; what all logs share is written by {@link Chain}. */
interface RecordCodec<R> {
  /** Adds a record's keys. */
  void write(R record, ObjectWriter out);

  /** Reads a record's keys and ends the object. */
  R read(ObjectReader in);
}
