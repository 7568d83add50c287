package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.value.Digest;
import java.util.Optional;

/** A data set that training read. */
public record DataInfo(String name, Optional<String> uri, Digest digest, long rows) {}
