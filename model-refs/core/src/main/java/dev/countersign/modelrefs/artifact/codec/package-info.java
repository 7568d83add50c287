/** A manifest as a file of its own: the RFC 8785 bytes that its digest is over. Free of I/O. */
package dev.countersign.modelrefs.artifact.codec;
