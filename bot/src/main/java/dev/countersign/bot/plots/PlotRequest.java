package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.List;
import java.util.Map;

/**
 * What is drawn.
 *
 * @param predictions the evidence
 * @param evaluation what was computed from it; names the live model if there is one
 * @param definitions as the run gives them; for threshold and positive class
 * @param candidateName for example {@code Candidate 1.1.0}
 * @param target what is predicted, with its unit, for example {@code price (USD)}
 * @param importance of features, by model; at least the candidate's, empty if the run brought none
 * @param history of the verdict's metric; one point or none draws nothing
 * @param repeats metrics of trainings with other seeds, by metric
 */
public record PlotRequest(
    Predictions predictions,
    Evaluation evaluation,
    List<MetricDefinition> definitions,
    String candidateName,
    String target,
    Importance importance,
    MetricHistory history,
    Map<String, List<Double>> repeats) {
  /**
   * A metric over versions.
   *
   * @param metric its name, as the evaluation has it
   * @param points oldest first, the candidate last
   */
  public record MetricHistory(String metric, List<HistoryPoint> points) {
    /** Nothing is known. */
    public static final MetricHistory NONE = new MetricHistory("", List.of());

    public MetricHistory {
      points = List.copyOf(points);
    }
  }

  /** Importance by feature, on any scale; {@code live} is empty if it is not known. */
  public record Importance(Map<String, Double> candidate, Map<String, Double> live) {
    /** None is known. */
    public static final Importance UNKNOWN = new Importance(Map.of(), Map.of());

    public Importance {
      candidate = Map.copyOf(candidate);
      live = Map.copyOf(live);
    }
  }

  public PlotRequest {
    definitions = List.copyOf(definitions);
    repeats = Map.copyOf(repeats);
  }

  String liveName() {
    return evaluation.baseline().map(baseline -> "Live " + baseline.version()).orElse("Live");
  }
}
