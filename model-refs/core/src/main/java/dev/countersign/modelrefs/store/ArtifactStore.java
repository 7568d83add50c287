package dev.countersign.modelrefs.store;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.reference.Artifact;
import java.nio.file.Path;

/**
 * A content-addressed place for artifacts. Thread-safe. Every call may be repeated: what is already
 * there is looked at first and adopted.
 */
public interface ArtifactStore {
  /**
   * Stores an artifact under its digest, folder {@code sha256/<digest>/}; files are written with
   * "must not exist" and verified while they are written, and the artifact becomes visible whole or
   * not at all.
   *
   * @param source folder, or single file, that the manifest was made from
   * @param format recorded in the result
   * @return where it lies, {@code layout: addressed}; equal for equal content
   * @throws dev.countersign.modelrefs.error.CountersignException {@code DIGEST_MISMATCH} if the
   *     source changed since the manifest was made, {@code CONFLICT} if other bytes lie under the
   *     digest, {@code ENVIRONMENT_UNAVAILABLE} if the disk is full or read-only (nothing is left
   *     behind), {@code REMOTE_UNAVAILABLE} after retries
   */
  Artifact put(ArtifactManifest manifest, Path source, String format);

  /**
   * Reads an artifact that may have to be stored, when what it is has been seen. A store that can
   * copies the bytes while it reads them, so that they are read once; every other, also one without
   * room, only makes the digest and reads the bytes again when they are kept.
   *
   * @param source folder, or single file; must stay as it is until the result is closed
   * @return to be closed
   * @throws dev.countersign.modelrefs.error.CountersignException as {@link ArtifactDigester#digest}
   */
  default ReceivedArtifact receive(Path source) {
    return new DigestedArtifact(this, ArtifactDigester.ofProcessors().digest(source), source);
  }

  /**
   * Reads every byte of a stored artifact and compares it with the digests of the reference.
   *
   * @return the manifest found
   * @throws dev.countersign.modelrefs.error.CountersignException {@code DIGEST_MISMATCH} with
   *     expected and actual, naming every file that differs, is missing or is extra; {@code
   *     ARTIFACT_MISSING}
   */
  ArtifactManifest verify(Artifact artifact);

  /**
   * Copies an artifact to a folder, verified while streaming; the folder then holds exactly the
   * artifact's files, or is not there.
   *
   * @param target must not exist, or already hold this artifact, which is verified and left
   * @throws dev.countersign.modelrefs.error.CountersignException as {@link #verify}, and {@code
   *     CONFLICT} if the target holds something else
   */
  void fetch(Artifact artifact, Path target);
}
