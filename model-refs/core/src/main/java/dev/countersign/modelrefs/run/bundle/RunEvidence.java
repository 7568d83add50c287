package dev.countersign.modelrefs.run.bundle;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import java.nio.file.Path;
import java.util.Map;

/**
 * What proves an evaluation: the report, the predictions and the keys of the training rows; with it
 * what else a review shows of the run: the serving input schema and its pictures.
 *
 * @param manifest its digest is {@code provenance.report.digest}
 * @param files where each file of the manifest lies
 */
public record RunEvidence(ArtifactManifest manifest, Map<ArtifactPath, Path> files) {
  public RunEvidence {
    files = Map.copyOf(files);
  }
}
