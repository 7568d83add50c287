package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Feature importance as the runs report it, in percent of its sum, the largest first. */
final class ImportancePlot {
  private static final int MOST_FEATURES = 15;
  private static final int NAME_WIDTH = 150;

  private ImportancePlot() {}

  /** The picture; empty if the run brought no importance. */
  static Optional<DrawnPlot> draw(PlotRequest request) {
    Map<String, Double> candidate = request.importance().candidate();
    if (sum(candidate) == 0) {
      return Optional.empty();
    }
    List<String> features = largest(candidate);
    List<Double> shares = shares(candidate, features);
    RowsChart chart =
        new RowsChart(features, Canvas.WIDTH, NAME_WIDTH, "", "importance (% of sum)");
    chart.from(0);
    Map<String, Double> live = request.importance().live();
    if (!live.isEmpty()) {
      add(chart, request.liveName(), shares(live, features), 1, true);
    }
    add(chart, request.candidateName(), shares, live.isEmpty() ? 0 : -1, false);
    String alt =
        "Feature importance as the run reports it: "
            + features.get(0)
            + " has "
            + Labels.percent(shares.get(0) / 100)
            + " of the sum.";
    List<XYChart> charts = List.of(chart.panel().chart());
    byte[] png = Canvas.png(charts, List.of(), pen -> chart.names(pen, 0, NAME_WIDTH));
    return Optional.of(new DrawnPlot("importance.png", title(candidate.size()), alt, png));
  }

  private static List<String> largest(Map<String, Double> importance) {
    return importance.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Double> e) -> -Math.abs(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .limit(MOST_FEATURES)
        .toList();
  }

  private static String title(int features) {
    return "Feature importance, as the run reports it"
        + (features > MOST_FEATURES
            ? "; the " + MOST_FEATURES + " largest of " + features + " features"
            : "");
  }

  private static void add(
      RowsChart chart, String name, List<Double> shares, int lift, boolean live) {
    var colour = live ? Palette.LIVE : Palette.CANDIDATE;
    chart.whiskers(
        shares.stream()
            .map(s -> Optional.of(new Interval(Math.min(0, s), Math.max(0, s))))
            .toList(),
        lift,
        colour);
    chart.marks(name, shares, lift, colour, live ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
  }

  private static List<Double> shares(Map<String, Double> importance, List<String> features) {
    double sum = sum(importance);
    return features.stream()
        .map(feature -> sum == 0 ? 0 : 100 * importance.getOrDefault(feature, 0.0) / sum)
        .toList();
  }

  private static double sum(Map<String, Double> importance) {
    return importance.values().stream().mapToDouble(Math::abs).sorted().sum();
  }
}
