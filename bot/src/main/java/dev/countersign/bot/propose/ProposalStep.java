package dev.countersign.bot.propose;

/** The steps of executing a plan, in order. Each looks first; killed anywhere, a re-run goes on. */
public enum ProposalStep {
  /** The artifact is stored under its digest. */
  ARTIFACT,
  /** Report, predictions and training rows are stored beside it. */
  EVIDENCE,
  /** The plots lie where the merge request can show them. */
  PICTURES,
  /** The bot's branch holds the one commit. */
  BRANCH,
  /** The merge request is open and says what it should. */
  MERGE_REQUEST,
  /** Reviewers, commit statuses and comments are as they should be. */
  SIGNALS,
  /** The outcome of the run is recorded. */
  OUTCOME
}
