package dev.countersign.modelrefs.run;

import java.time.Instant;
import java.util.Optional;

/**
 * One training run.
 *
 * @param engine {@code local}, {@code kubeflow}, {@code vertex} or a name of the user's
 * @param uri where the run can be looked at; empty if nowhere; a login in it is dropped
 */
public record RunInfo(
    String id,
    String engine,
    Optional<String> uri,
    Instant startedAt,
    Instant finishedAt,
    Optional<Launcher> launchedBy) {
  public RunInfo {
    uri = uri.map(PublicAddress::of);
    if (finishedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException("finishedAt is before startedAt");
    }
  }

  /** The same run, launched by this person. */
  public RunInfo withLauncher(Optional<Launcher> launcher) {
    return new RunInfo(id, engine, uri, startedAt, finishedAt, launcher);
  }
}
