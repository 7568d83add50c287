package dev.countersign.ci.process.control;

/** What the front uses an app for. */
public enum AppRole {
  /** Started beside the active one, not switched to yet. */
  CANDIDATE,
  /** Gets every request. */
  ACTIVE,
  /** Answers its last requests and is stopped then. */
  DRAINING
}
