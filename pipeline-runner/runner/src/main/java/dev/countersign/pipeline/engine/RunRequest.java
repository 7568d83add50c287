package dev.countersign.pipeline.engine;

import dev.countersign.modelrefs.run.Scalar;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param parameters values that replace the pipeline's defaults
 * @param baselines folder with one folder per baseline, named by the 64 digits of its artifact
 *     digest; empty if there is no baseline
 * @param environment the runner's own variables, of which steps get those the pipeline lists
 */
public record RunRequest(
    RunFolders folders,
    Map<String, Scalar> parameters,
    Optional<Path> baselines,
    Map<String, String> environment,
    Selection selection,
    RunOrigin origin) {
  /**
   * Where a run reads and writes.
   *
   * @param pipeline the folder of {@code pipeline.yaml}, which {@code file:} inputs are relative to
   * @param work cache and logs; may be shared by runs, also at the same time, and may be deleted
   * @param bundle where the run bundle is to be; must not exist yet
   */
  public record RunFolders(Path pipeline, Path work, Path bundle) {
    public RunFolders {
      pipeline = pipeline.toAbsolutePath().normalize();
      work = work.toAbsolutePath().normalize();
      bundle = bundle.toAbsolutePath().normalize();
    }
  }

  public RunRequest {
    parameters = Map.copyOf(parameters);
    environment = Map.copyOf(environment);
  }
}
