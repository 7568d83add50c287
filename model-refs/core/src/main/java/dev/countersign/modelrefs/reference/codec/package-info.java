/**
 * {@code model-reference.json} as bytes and back. Invariants: equal references give equal bytes;
 * the checksum is over the RFC 8785 bytes of the document as it was read, so that keys of a later
 * 1.x count although they are not understood. Free of I/O.
 */
package dev.countersign.modelrefs.reference.codec;
