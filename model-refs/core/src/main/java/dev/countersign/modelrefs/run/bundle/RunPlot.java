package dev.countersign.modelrefs.run.bundle;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.run.Plot;

/** A picture of the run, judged by its content. */
public sealed interface RunPlot {
  /** What the run says of it; text from outside. */
  Plot plot();

  /** What the run calls it; text from outside. */
  default String title() {
    return plot().title();
  }

  /** Where it lies in the bundle. */
  default ArtifactPath path() {
    return plot().path();
  }

  /** A picture that is safe to show. */
  final class Picture implements RunPlot {
    private final Plot plot;
    private final byte[] png;

    Picture(Plot plot, byte[] png) {
      this.plot = plot;
      this.png = png;
    }

    @Override
    public Plot plot() {
      return plot;
    }

    /** A PNG drawn anew from the pixels: nothing but the picture is left of the run's file. */
    public byte[] png() {
      return png.clone();
    }
  }

  /**
   * A file that is not shown.
   *
   * @param reason for the reader of the review
   */
  record LeftOut(Plot plot, String reason) implements RunPlot {}
}
