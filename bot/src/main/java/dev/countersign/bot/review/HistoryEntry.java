package dev.countersign.bot.review;

import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Instant;

/**
 * Something that happened to this model and environment before.
 *
 * @param what one sentence, for example {@code superseded by a newer candidate}
 */
public record HistoryEntry(Instant at, ModelVersion version, Digest artifactDigest, String what) {}
