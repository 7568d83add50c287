package dev.countersign.modelrefs.run;

import java.util.Optional;

/** The code that trained. */
public record CodeInfo(Optional<String> repository, Optional<String> commit, boolean dirty) {}
