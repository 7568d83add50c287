package dev.countersign.bot.propose;

import dev.countersign.modelrefs.error.ExitCode;

/** How a run ended for one line; recorded, reported, and turned into the exit code. */
public enum ProposalOutcome {
  /** A merge request is open for it. */
  PROPOSED(ExitCode.DONE),
  /** It is what the environment has already. */
  UNCHANGED(ExitCode.DONE),
  /** A newer run is proposed or live. */
  OLDER(ExitCode.DONE),
  /** A person rejected this digest, or a rollback withdrew it. */
  REJECTED(ExitCode.DONE),
  /** The one under review stays: the supersede rule, or a rollback, says so. */
  HELD(ExitCode.DONE),
  /** The environment takes better candidates only. */
  NOT_BETTER(ExitCode.DONE),
  /** A gate failed; the merge request, if there is one, is a draft. */
  BLOCKED(ExitCode.NOT_MET),
  /** Something else has to be cleared up by a person first. */
  CONFLICT(ExitCode.CONFLICT);

  private final ExitCode exit;

  ProposalOutcome(ExitCode exit) {
    this.exit = exit;
  }

  /** The exit code of {@code propose} for this outcome. */
  public ExitCode exit() {
    return exit;
  }
}
