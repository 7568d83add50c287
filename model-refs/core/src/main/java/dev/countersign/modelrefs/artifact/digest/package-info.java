/**
 * Reading an artifact from a disk: which files it has, and their digests. Invariants: no link is
 * followed; a file that changes while it is read is noticed; memory does not grow with the size or
 * number of bytes read.
 */
package dev.countersign.modelrefs.artifact.digest;
