package dev.countersign.modelrefs.run;

import java.util.Optional;

/** What training ran on. */
public record RuntimeInfo(Optional<String> imageDigest, Optional<Long> seed) {}
