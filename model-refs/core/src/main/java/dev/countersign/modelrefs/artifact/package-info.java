/**
 * What an artifact is: a list of files whose canonical manifest has one digest. The digest names
 * the whole artifact, file names included (invariant I3: an artifact is its digest).
 */
package dev.countersign.modelrefs.artifact;
