package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ManifestDifferences;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.artifact.digest.HashingProgress;
import dev.countersign.modelrefs.artifact.digest.SourceTree;
import dev.countersign.modelrefs.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads every byte of a folder and tells in what it differs from a manifest. */
final class FolderInspector {
  private final ArtifactDigester digester;

  FolderInspector(ArtifactDigester digester) {
    this.digester = digester;
  }

  /** Everything that is missing, extra, changed, or not a plain file; empty if nothing is. */
  List<Problem> differences(ArtifactManifest expected, Path folder) {
    SourceTree tree = SourceTree.of(folder);
    List<Problem> differences = new ArrayList<>(tree.problems());
    differences.addAll(
        ManifestDifferences.of(expected, digester.entries(tree.files(), HashingProgress.NONE)));
    return differences;
  }
}
