package dev.countersign.modelrefs.reference.codec;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;

/**
 * A reference as it was read.
 *
 * @param checksum of the document as read, keys of a later 1.x included; already verified
 * @param writersBytes whether the bytes were exactly those that a writer gives; white space, key
 *     order and number form are free for readers and demanded by {@code validate}
 */
public record ReferenceDocument(ModelReference reference, Digest checksum, boolean writersBytes) {}
