package dev.countersign.pipeline.bundle;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a bundle's files lie in it. */
record BundleLayout(
    ArtifactPath artifact, ArtifactPath predictions, Optional<ArtifactPath> trainingRows) {

  /** Copies the files to their places; a single artifact file keeps its name in a folder. */
  static BundleLayout copy(BundleFiles files, Path bundle) throws IOException {
    Path artifact = bundle.resolve("artifact");
    if (Files.isDirectory(files.artifact())) {
      FileTree.copy(files.artifact(), artifact);
    } else {
      Files.createDirectory(artifact);
      FileTree.copy(files.artifact(), artifact.resolve(files.artifact().getFileName()));
    }
    String predictions = "predictions.csv" + compression(files.predictions());
    FileTree.copy(files.predictions(), bundle.resolve(predictions));
    Optional<String> rows =
        files.trainingRows().map(file -> "training-rows.txt" + compression(file));
    if (rows.isPresent()) {
      FileTree.copy(files.trainingRows().orElseThrow(), bundle.resolve(rows.get()));
    }
    if (files.plots().isPresent()) {
      FileTree.copy(files.plots().get(), bundle.resolve("plots"));
    }
    return new BundleLayout(
        new ArtifactPath("artifact"), new ArtifactPath(predictions), rows.map(ArtifactPath::new));
  }

  private static String compression(Path file) {
    return file.toString().endsWith(".gz") ? ".gz" : "";
  }
}
