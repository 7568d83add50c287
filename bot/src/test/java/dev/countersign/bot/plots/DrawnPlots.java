package dev.countersign.bot.plots;

import java.util.List;
import java.util.stream.IntStream;

/** Plots that nobody drew. */
public final class DrawnPlots {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

  private DrawnPlots() {}

  /** So many, each with a name of its own. */
  public static List<DrawnPlot> of(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> new DrawnPlot("plot-" + i + ".png", "Plot " + i, "Number " + i + ".", PNG))
        .toList();
  }
}
