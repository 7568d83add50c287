package dev.countersign.modelrefs.error;

/**
 * The process exit codes of {@code countersign}; the numbers are part of the command line's
 * contract.
 */
public enum ExitCode {
  /** Done, or nothing to do. */
  DONE(0),
  /** A bug in Countersign. */
  BUG(1),
  /** Usage, configuration or input is invalid. */
  INVALID(2),
  /** Bytes, checksum, signature, history or policy did not verify. */
  VERIFICATION_FAILED(3),
  /** Authentication or permission. */
  ACCESS_DENIED(4),
  /** A gate or an approval is not met. */
  NOT_MET(5),
  /** A conflict that a person has to resolve. */
  CONFLICT(6),
  /** A remote or the environment is not available after retries; safe to re-run. */
  UNAVAILABLE(7),
  /** Timed out waiting. */
  TIMED_OUT(8),
  /** The training run failed. */
  TRAINING_FAILED(9),
  /** Deployed but unhealthy, rolled back. */
  UNHEALTHY(10),
  /** Interrupted by a signal. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }
}
