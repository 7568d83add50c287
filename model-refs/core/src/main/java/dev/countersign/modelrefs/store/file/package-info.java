/**
 * Artifacts and evidence in a folder of this machine, or of a network file system.
 *
 * <pre>
 * ROOT/sha256/DIGEST/PATH            an artifact's files
 * ROOT/sha256/DIGEST.manifest.json   its manifest, above 1,000 files
 * ROOT/runs/sha256/DIGEST/PATH       a run's evidence
 * ROOT/runs/sha256/DIGEST.manifest.json
 * ROOT/incoming/                     what is being written now, or was received and is not yet kept
 * </pre>
 *
 * Invariants: a folder named by a digest appears by one rename, complete; nothing in it is written
 * again; bytes are hashed while they are copied and whenever they are read (I3). Nothing is forced
 * to the disk's platter: what a power failure may damage, verification finds.
 */
package dev.countersign.modelrefs.store.file;
