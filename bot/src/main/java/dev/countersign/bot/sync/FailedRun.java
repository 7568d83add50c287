package dev.countersign.bot.sync;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run that failed, or that cannot be used.
 *
 * @param id the run's own, or a name for the bundle if it does not say
 * @param address where the run can be looked at
 * @param why {@code TRAINING_FAILED} if there is no report, else what is wrong with the bundle
 * @param lines for which it ends here
 */
public record FailedRun(
    ModelName model,
    String id,
    Optional<String> address,
    Path bundle,
    ErrorCode why,
    String reason,
    List<ModelEnvironment> lines) {
  public FailedRun {
    lines = List.copyOf(lines);
  }

  /** The name of a bundle that does not say which run it is of. */
  static String idOf(Path bundle) {
    return "bundle:" + BundleFolder.name(bundle);
  }
}
