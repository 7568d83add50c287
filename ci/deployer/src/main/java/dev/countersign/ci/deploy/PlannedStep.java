package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.value.Digest;

/** What a plan has in mind for one line, and usually for one of its targets. */
public sealed interface PlannedStep {
  /** Nothing has to be done: the outcome is known. */
  record Settled(DeployOutcome outcome) implements PlannedStep {}

  /** Make a target serve a release that was verified. */
  record Apply(PlannedRelease what) implements PlannedStep {}

  /**
   * Put back what was deployed last and was verified again, because the target serves bytes that
   * nobody deployed.
   *
   * @param foreign the digest that it serves
   */
  record PutBack(PlannedRelease what, Digest foreign) implements PlannedStep {}

  /**
   * Write down that an approved release is not deployed, because its artifact does not verify.
   *
   * @param outcome what it comes to
   */
  record Refuse(PlannedRelease what, DeployOutcome.Stopped outcome) implements PlannedStep {}
}
