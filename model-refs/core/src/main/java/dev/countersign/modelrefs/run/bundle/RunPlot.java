package dev.countersign.modelrefs.run.bundle;

/** A picture of the run, judged by its content. */
public sealed interface RunPlot {
  /** What the run calls it; text from outside. */
  String title();

  /** A picture that is safe to show. */
  final class Picture implements RunPlot {
    private final String title;
    private final byte[] png;

    Picture(String title, byte[] png) {
      this.title = title;
      this.png = png;
    }

    @Override
    public String title() {
      return title;
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
  record LeftOut(String title, String reason) implements RunPlot {}
}
