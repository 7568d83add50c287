package dev.countersign.ci.deploy;

/** The steps in which one target is deployed; each may be repeated. */
public enum DeployStep {
  /** The target is made to serve. */
  APPLY,
  /** The deployment log is told. */
  RECORD
}
