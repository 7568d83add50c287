package dev.countersign.ci.deploy;

import dev.countersign.ci.target.DeployTarget;
import dev.countersign.ci.target.TargetSpec;

/** Finds the adapter for a configured target. */
public interface Targets {
  /**
   * The target that a configuration describes.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFIGURATION_INVALID} if
   *     no adapter serves its kind, or its settings are wrong
   */
  DeployTarget of(TargetSpec spec);
}
