package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.value.Digest;

/** A baseline that the run's predict step could not load; recorded as not comparable. */
public record UnloadableBaseline(Digest artifactDigest, String reason) {}
