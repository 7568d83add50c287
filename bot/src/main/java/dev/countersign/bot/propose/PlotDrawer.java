package dev.countersign.bot.propose;

import dev.countersign.bot.plots.DrawnPlot;
import dev.countersign.modelrefs.reference.LineHistory;
import java.util.List;

/** Draws the plots of a candidate from its evidence. */
@FunctionalInterface
public interface PlotDrawer {
  /** Draws nothing. */
  PlotDrawer NONE = (run, candidate, history) -> List.of();

  /**
   * The plots, in the order of the review; equal evidence gives equal pictures.
   *
   * @param history the references the line has had
   */
  List<DrawnPlot> draw(RunFacts run, Candidate candidate, LineHistory history);
}
