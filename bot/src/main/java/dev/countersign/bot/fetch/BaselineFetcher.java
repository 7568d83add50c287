package dev.countersign.bot.fetch;

import dev.countersign.ci.deploy.Baseline;
import dev.countersign.ci.deploy.BaselineResolver;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings the artifacts of baselines, verified, into a folder for a training run. */
public final class BaselineFetcher {
  private final BaselineResolver baselines;
  private final ArtifactStore store;
  private final List<ModelEnvironment> lines;

  /**
   * @param lines those of the configuration at the protected branch's tip
   */
  public BaselineFetcher(
      BaselineResolver baselines, ArtifactStore store, List<ModelEnvironment> lines) {
    this.baselines = baselines;
    this.store = store;
    this.lines = List.copyOf(lines);
  }

  /**
   * Fetches the baselines of all environments of a model.
   *
   * @param folder gets one folder per baseline, named by the digits of its digest
   * @return the folder; empty if there is no baseline, or the configuration does not name the model
   */
  public Optional<Path> fetchAll(ModelName model, Path folder) {
    List<Artifact> live =
        lines.stream()
            .filter(line -> line.model().equals(model))
            .flatMap(line -> baselines.resolve(line).stream())
            .map(Baseline::release)
            .map(release -> release.reference().artifact())
            .toList();
    live.forEach(artifact -> store.fetch(artifact, folder.resolve(artifact.digest().hex())));
    return live.isEmpty() ? Optional.empty() : Optional.of(folder);
  }
}
