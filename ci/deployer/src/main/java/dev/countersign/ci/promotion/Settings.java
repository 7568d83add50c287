package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Optional;

/**
 * The configuration, as the CI job step needs it. Always read from a commit of the protected
 * branch, never from a work tree.
 */
public interface Settings {
  /**
   * What the configuration at a commit says about a line.
   *
   * @return empty if the configuration there does not name the line
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFIGURATION_INVALID}
   */
  Optional<LineSettings> of(ModelEnvironment line, CommitId configuredAt);
}
