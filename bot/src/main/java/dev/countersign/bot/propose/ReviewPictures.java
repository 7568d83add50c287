package dev.countersign.bot.propose;

import dev.countersign.bot.plots.DrawnPlot;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.text.LinkTarget;

/** Plots as the review shows them. */
final class ReviewPictures {
  private ReviewPictures() {}

  /** A plot that lies where the forge can show it. */
  static Picture at(DrawnPlot plot, LinkTarget place) {
    return new Picture(plot.title(), plot.title(), plot.alt(), place);
  }

  /** A plot inside the page itself, for a page that is one file. */
  static Picture embedded(DrawnPlot plot) {
    return at(plot, LinkTarget.png(plot.png()));
  }
}
