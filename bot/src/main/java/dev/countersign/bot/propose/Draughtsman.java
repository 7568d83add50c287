package dev.countersign.bot.propose;

import java.util.List;

/** Draws the plots of a candidate from its evidence. */
@FunctionalInterface
public interface Draughtsman {
  /** Draws nothing. */
  Draughtsman NONE = (run, candidate) -> List.of();

  /** The plots, in the order of the review; equal evidence gives equal pictures. */
  List<Drawing> draw(RunFacts run, Candidate candidate);
}
