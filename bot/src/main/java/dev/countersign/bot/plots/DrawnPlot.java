package dev.countersign.bot.plots;

import java.util.Arrays;

/** A picture with its words. */
public final class DrawnPlot {
  private final String name;
  private final String title;
  private final String alt;
  private final byte[] png;

  /**
   * @param name a file name without folder, for example {@code residuals.png}
   * @param title a few words, with what the picture leaves out
   * @param alt one sentence with the numbers that it shows
   */
  DrawnPlot(String name, String title, String alt, byte[] png) {
    this.name = name;
    this.title = title;
    this.alt = alt;
    this.png = Arrays.copyOf(png, png.length);
  }

  /** The file's name. */
  public String name() {
    return name;
  }

  /** A few words above the picture. */
  public String title() {
    return title;
  }

  /** One sentence with the numbers that the picture shows. */
  public String alt() {
    return alt;
  }

  /** The picture. */
  public byte[] png() {
    return Arrays.copyOf(png, png.length);
  }

  /** The same picture with more said in its title. */
  DrawnPlot titled(String more) {
    return new DrawnPlot(name, title + more, alt, png);
  }
}
