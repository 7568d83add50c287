package dev.countersign.modelrefs.git.log;

import java.time.Instant;

/** One thing that happened to a line and is recorded. */
public sealed interface DeploymentRecord permits Deployment, HoldSet, HoldReleased, LogRebuilt {
  /** When it was over. */
  Instant at();
}
