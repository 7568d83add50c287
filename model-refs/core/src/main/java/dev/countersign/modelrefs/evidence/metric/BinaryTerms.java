package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The terms of binary metrics. {@code log_loss} clips probabilities to [1e-15, 1 - 1e-15]; {@code
 * brier} is the mean squared difference of probability and outcome; a row counts as positive if its
 * probability is at least the threshold. Precision is 0 where nothing is called positive; recall
 * and F1 are undefined where nothing is positive (and nothing called so).
 */
final class BinaryTerms implements Terms {
  private static final double CLIP = 1e-15;
  private static final int WEIGHT = 0;
  private static final int LOSS = 1;
  private static final int BRIER = 2;
  private static final int FIRST_DECISION = 3;
  private static final int HIT = 0;
  private static final int FALSE_ALARM = 1;
  private static final int MISS = 2;
  private static final int PER_DECISION = 3;

  private final BinaryScores scores;
  private final double[] thresholds;
  private final List<MetricDefinition> definitions;

  BinaryTerms(BinaryScores scores, List<MetricDefinition> definitions) {
    this.scores = scores;
    this.definitions = definitions;
    this.thresholds =
        definitions.stream().flatMapToDouble(d -> d.threshold().stream()).distinct().toArray();
  }

  @Override
  public int size() {
    return FIRST_DECISION + PER_DECISION * thresholds.length;
  }

  @Override
  public void of(int row, Sink sink) {
    double weight = scores.weight(row);
    double probability = scores.probability(row);
    boolean positive = scores.positive(row);
    sink.add(WEIGHT, weight);
    sink.add(LOSS, weight * loss(positive ? probability : 1 - probability));
    double difference = probability - (positive ? 1 : 0);
    sink.add(BRIER, weight * difference * difference);
    for (int i = 0; i < thresholds.length; i++) {
      boolean called = probability >= thresholds[i];
      if (called || positive) {
        int kind = called ? (positive ? HIT : FALSE_ALARM) : MISS;
        sink.add(FIRST_DECISION + PER_DECISION * i + kind, weight);
      }
    }
  }

  @Override
  public ToDoubleFunction<double[]> formula(String metric) {
    int at = decision(metric);
    return switch (metric) {
      case "log_loss" -> sums -> Terms.ratio(sums[LOSS], sums[WEIGHT]);
      case "brier" -> sums -> Terms.ratio(sums[BRIER], sums[WEIGHT]);
      case "accuracy" ->
          sums -> 1 - Terms.ratio(sums[at + FALSE_ALARM] + sums[at + MISS], sums[WEIGHT]);
      case "precision" -> sums -> precision(sums[at + HIT], sums[at + FALSE_ALARM], sums[WEIGHT]);
      case "recall" -> sums -> Terms.ratio(sums[at + HIT], sums[at + HIT] + sums[at + MISS]);
      case "f1" ->
          sums ->
              Terms.ratio(
                  2 * sums[at + HIT],
                  2 * sums[at + HIT] + sums[at + FALSE_ALARM] + sums[at + MISS]);
      default -> throw new IllegalArgumentException(metric + " is no binary metric");
    };
  }

  /** The loss of the given probability of what happened. */
  static double loss(double probability) {
    return -Math.log(Math.min(1 - CLIP, Math.max(CLIP, probability)));
  }

  private static double precision(double hits, double falseAlarms, double weight) {
    return weight > 0 && hits + falseAlarms == 0 ? 0 : Terms.ratio(hits, hits + falseAlarms);
  }

  private int decision(String metric) {
    double threshold =
        definitions.stream()
            .filter(definition -> definition.name().equals(metric))
            .flatMapToDouble(definition -> definition.threshold().stream())
            .findFirst()
            .orElse(Double.NaN);
    for (int i = 0; i < thresholds.length; i++) {
      if (thresholds[i] == threshold) {
        return FIRST_DECISION + PER_DECISION * i;
      }
    }
    return FIRST_DECISION;
  }
}
