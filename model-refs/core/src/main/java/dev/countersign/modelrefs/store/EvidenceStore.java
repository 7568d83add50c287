package dev.countersign.modelrefs.store;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.run.Provenance.ReportLocation;
import java.nio.file.Path;
import java.util.Map;

/**
 * Keeps the evidence of runs (report, predictions, keys of training rows, input schema, pictures),
 * addressed by the digest of its manifest. Thread-safe. Every call may be repeated.
 */
public interface EvidenceStore {
  /**
   * Stores a run's evidence in the folder {@code runs/sha256/<digest>/}; whole or not at all.
   *
   * @param manifest names exactly the files given
   * @param files where each of them lies now
   * @throws dev.countersign.modelrefs.error.CountersignException as {@link ArtifactStore#put}
   */
  ReportLocation putRun(ArtifactManifest manifest, Map<ArtifactPath, Path> files);

  /**
   * Copies a run's evidence to a folder, verified against the digest; the folder then holds exactly
   * the evidence, or is not there.
   *
   * @param target must not exist, or already hold this evidence, which is verified and left
   * @throws dev.countersign.modelrefs.error.CountersignException as {@link ArtifactStore#fetch}
   */
  void fetchRun(ReportLocation run, Path target);
}
