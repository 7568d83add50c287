package dev.countersign.bot.propose;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.plots.DrawnPlot;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.run.bundle.RunPlot;
import java.util.regex.Pattern;

/** A picture of a review that has no place yet. */
public final class ReviewPicture {
  private static final Pattern OF_RUN = Pattern.compile(".*/run-[0-9]+\\.png(\\?.*)?");

  private final String name;
  private final String title;
  private final String alt;
  private final byte[] png;

  private ReviewPicture(String name, String title, String alt, byte[] png) {
    this.name = name;
    this.title = title;
    this.alt = alt;
    this.png = png;
  }

  static ReviewPicture of(DrawnPlot plot) {
    return new ReviewPicture(plot.name(), plot.title(), plot.alt(), plot.png());
  }

  /**
   * A picture of the run.
   *
   * @param number among the run's; no word of the run becomes a file's name
   */
  static ReviewPicture of(RunPlot.Picture plot, int number) {
    String alt = "A picture that the run brought: " + plot.title();
    return new ReviewPicture("run-" + number + ".png", plot.title(), alt, plot.png());
  }

  /** Whether a picture that has a place is one of the run; told by the name that it got here. */
  static boolean isOfRun(Picture picture) {
    return OF_RUN.matcher(picture.target().encoded()).matches();
  }

  /** For a forge. */
  Attachment attachment(String folder) {
    return new Attachment(new ArtifactPath(folder + name), png);
  }

  /** Where a document shows it that is kept with it. */
  Picture besideDocument() {
    return at(new LinkTarget(attachment("").besideDocument()));
  }

  /** Where a forge can show it. */
  Picture at(LinkTarget place) {
    return new Picture(title, title, alt, place);
  }

  /** Inside the page itself, for a page that is one file. */
  Picture embedded() {
    return at(LinkTarget.png(png));
  }
}
