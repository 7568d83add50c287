package dev.countersign.bot.propose;

/** Hears of each step of an execution: for progress, and for tests that stop in between. */
public interface ProposalListener {
  /** Hears nothing. */
  ProposalListener NONE = new ProposalListener() {};

  /** A step is about to be done. */
  default void before(ProposalStep step) {}

  /** A step is done. */
  default void after(ProposalStep step) {}
}
