package dev.countersign.modelrefs.error;

import dev.countersign.modelrefs.value.WireName;

/**
 * Every kind of failure that a person can meet, with its exit code and whose fault it is. The
 * remedy of each is worded once, in the command line's catalogue; the troubleshooting page has one
 * section per code.
 */
public enum ErrorCode {
  /** A value, file or document given by the user does not have the required form. */
  INPUT_INVALID(ExitCode.INVALID, Fault.USER),
  /** Configuration ({@code countersign.yaml}, {@code pipeline.yaml}) is invalid. */
  CONFIGURATION_INVALID(ExitCode.INVALID, Fault.USER),
  /** The command line is used wrongly. */
  USAGE(ExitCode.INVALID, Fault.USER),
  /** Something named by the user does not exist. */
  NOT_FOUND(ExitCode.INVALID, Fault.USER),
  /** A path or name would leave the folder it belongs to, or is not portable. */
  PATH_REFUSED(ExitCode.INVALID, Fault.USER),
  /** No signing key is configured for the bot. */
  SIGNING_KEY_MISSING(ExitCode.INVALID, Fault.USER),

  /** Bytes do not have the digest that was promised. */
  DIGEST_MISMATCH(ExitCode.VERIFICATION_FAILED, Fault.REMOTE),
  /** A reference's checksum does not match its content. */
  CHECKSUM_MISMATCH(ExitCode.VERIFICATION_FAILED, Fault.REMOTE),
  /** An artifact, or one of its files, is not in the store. */
  ARTIFACT_MISSING(ExitCode.VERIFICATION_FAILED, Fault.REMOTE),
  /** An artifact URI lies outside what is allowed. */
  URI_REFUSED(ExitCode.VERIFICATION_FAILED, Fault.USER),
  /** What a run claims contradicts its own evidence. */
  EVIDENCE_CONTRADICTED(ExitCode.VERIFICATION_FAILED, Fault.USER),
  /** A commit is not on the protected branch. */
  COMMIT_NOT_MERGED(ExitCode.VERIFICATION_FAILED, Fault.USER),
  /** A commit that brings content is not signed by a key of the bot. */
  SIGNATURE_REFUSED(ExitCode.VERIFICATION_FAILED, Fault.USER),
  /** A sequence lower than the last deployed one, or a jump, or a withdrawn digest. */
  SEQUENCE_REFUSED(ExitCode.VERIFICATION_FAILED, Fault.USER),

  /** Authentication failed or a right is missing. */
  ACCESS_DENIED(ExitCode.ACCESS_DENIED, Fault.USER),
  /** The CI's identity token does not prove who launched the job. */
  IDENTITY_REFUSED(ExitCode.ACCESS_DENIED, Fault.USER),
  /** Nobody but the run says who launched it, and the environment demands more. */
  LAUNCHER_NOT_ATTESTED(ExitCode.ACCESS_DENIED, Fault.USER),

  /** A gate failed. */
  GATE_FAILED(ExitCode.NOT_MET, Fault.USER),
  /** Approvals are missing, or given by people who may not approve. */
  NOT_APPROVED(ExitCode.NOT_MET, Fault.USER),
  /** What was merged is not what was approved. */
  MERGED_DIFFERS(ExitCode.NOT_MET, Fault.USER),
  /** A hold stops this model and environment. */
  HELD(ExitCode.NOT_MET, Fault.USER),

  /** Two writers, a foreign push, or a state that a person has to resolve. */
  CONFLICT(ExitCode.CONFLICT, Fault.REMOTE),
  /** Something is where only new things are written. */
  ALREADY_EXISTS(ExitCode.CONFLICT, Fault.USER),
  /** References were merged but the deployment log has no line for them. */
  LOG_MISSING(ExitCode.CONFLICT, Fault.REMOTE),

  /** A remote does not answer. */
  REMOTE_UNAVAILABLE(ExitCode.UNAVAILABLE, Fault.REMOTE),
  /** The disk is full, a folder is read-only, a port is taken. */
  ENVIRONMENT_UNAVAILABLE(ExitCode.UNAVAILABLE, Fault.ENVIRONMENT),
  /** A native library is not installed. */
  LIBRARY_MISSING(ExitCode.UNAVAILABLE, Fault.ENVIRONMENT),

  /** Waiting took longer than allowed. */
  TIMED_OUT(ExitCode.TIMED_OUT, Fault.REMOTE),
  /** A step of a training run failed. */
  TRAINING_FAILED(ExitCode.TRAINING_FAILED, Fault.USER),
  /** The new version was not healthy; the one before serves. */
  DEPLOYMENT_UNHEALTHY(ExitCode.UNHEALTHY, Fault.REMOTE),
  /** The user or the system asked the process to stop. */
  INTERRUPTED(ExitCode.INTERRUPTED, Fault.USER),
  /** An invariant of Countersign does not hold. */
  BUG(ExitCode.BUG, Fault.BUG);

  private final ExitCode exit;
  private final Fault fault;

  ErrorCode(ExitCode exit, Fault fault) {
    this.exit = exit;
    this.fault = fault;
  }

  /** The exit code of a process that ends with this error. */
  public ExitCode exit() {
    return exit;
  }

  /** Whose fault it is. */
  public Fault fault() {
    return fault;
  }

  /** The code as printed and as used in links, for example {@code digest-mismatch}. */
  public String label() {
    return WireName.hyphenated(this);
  }
}
