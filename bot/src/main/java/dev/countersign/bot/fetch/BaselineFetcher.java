package dev.countersign.bot.fetch;

import dev.countersign.ci.deploy.Baseline;
import dev.countersign.ci.deploy.BaselineResolver;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    List<Artifact> live = live(model);
    fetch(live, folder);
    return live.isEmpty() ? Optional.empty() : Optional.of(folder);
  }

  /**
   * Fetches the baselines of all environments of a model into a folder that exists afterwards, also
   * if there are none. One that is there already is verified and left.
   *
   * @return their digests, whose digits name the folders
   */
  public List<Digest> fetchInto(ModelName model, Path folder) {
    List<Artifact> live = live(model);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    fetch(live, folder);
    return live.stream().map(Artifact::digest).toList();
  }

  private List<Artifact> live(ModelName model) {
    return lines.stream()
        .filter(line -> line.model().equals(model))
        .flatMap(line -> baselines.resolve(line).stream())
        .map(Baseline::release)
        .map(release -> release.reference().artifact())
        .distinct()
        .toList();
  }

  private void fetch(List<Artifact> artifacts, Path folder) {
    artifacts.forEach(artifact -> store.fetch(artifact, folder.resolve(artifact.digest().hex())));
  }
}
