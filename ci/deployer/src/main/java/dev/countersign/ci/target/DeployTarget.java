package dev.countersign.ci.target;

import dev.countersign.modelrefs.value.ModelEnvironment;

/**
 * A place that serves a model. Each call looks first and may be repeated; one writer at a time per
 * line is the caller's duty only where the platform has no lock of its own.
 */
public interface DeployTarget {
  /**
   * Makes the target serve a release: starts it beside the old one, waits until it is ready and
   * reports the expected digest, switches, drains, stops the old one. After a failure the old one
   * serves, untouched.
   *
   * @return what happened; failures of the platform are values
   */
  ApplyOutcome apply(Release release);

  /** What the target says it serves now. Never throws for a target that is down: it says so. */
  Observation observe(ModelEnvironment line);

  /** Stops serving and removes what {@link #apply} made; done already is done. */
  void remove(ModelEnvironment line);
}
