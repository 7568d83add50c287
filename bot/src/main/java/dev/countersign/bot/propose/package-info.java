/**
 * The bot's main act: look at a run and at what is there, decide, and bring Git and the forge to
 * the decided state. The decision is a pure function from values to a {@link
 * dev.countersign.bot.propose.ProposalPlan}; a dry run prints the plan, a real run executes the
 * same value (invariant I12). Every step of the execution looks first (I5), and there is one living
 * merge request per model and environment (I6).
 */
package dev.countersign.bot.propose;
