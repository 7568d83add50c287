package dev.countersign.bot.propose.plots;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.plots.DrawnPlot;
import dev.countersign.bot.plots.EvidencePlots;
import dev.countersign.bot.plots.HistoryPoint;
import dev.countersign.bot.plots.PlotRequest;
import dev.countersign.bot.propose.Candidate;
import dev.countersign.bot.propose.PlotDrawer;
import dev.countersign.bot.propose.RunFacts;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.VerdictMetric;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.reference.LineHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.RunReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a candidate's plots from its predictions, its evaluation and the line's history. */
public final class EvidencePlotDrawer implements PlotDrawer {
  private static final int MOST_VERSIONS = 12;

  @Override
  public List<DrawnPlot> draw(RunFacts run, Candidate candidate, LineHistory history) {
    RunReport report = run.report();
    PlotRequest request =
        new PlotRequest(
            run.predictions(),
            candidate.evaluation(),
            report.definitions(),
            "Candidate",
            target(run),
            new PlotRequest.Importance(report.featureImportance(), Map.of()),
            points(candidate, history),
            report.repeats());
    return EvidencePlots.draw(request);
  }

  /** What is predicted, as the serving schema says. */
  private static String target(RunFacts run) {
    return run.bundle().inputSchema().flatMap(EvidencePlotDrawer::target).orElse("target");
  }

  private static Optional<String> target(byte[] schema) {
    try {
      JsonNode target = StrictJson.read(schema, "input schema").path("target");
      String name = target.path("name").asText("");
      String unit = target.path("unit").asText("");
      return name.isBlank()
          ? Optional.empty()
          : Optional.of(unit.isBlank() ? name : name + " (" + unit + ")");
    } catch (CountersignException notOurSchema) {
      return Optional.empty();
    }
  }

  /** The verdict's metric over the versions, oldest first, the candidate last. */
  private static PlotRequest.MetricHistory points(Candidate candidate, LineHistory history) {
    Optional<String> metric = VerdictMetric.of(candidate.evaluation()).map(MetricValue::name);
    List<ModelReference> earlier =
        new ArrayList<>(history.references().stream().limit(MOST_VERSIONS).toList());
    Collections.reverse(earlier);
    List<HistoryPoint> points = new ArrayList<>();
    for (ModelReference reference : earlier) {
      reference
          .evaluation()
          .flatMap(evaluation -> point(reference.version().toString(), evaluation, metric))
          .ifPresent(points::add);
    }
    HistoryPoint.last(points)
        .flatMap(
            last ->
                metric.flatMap(
                    name -> HistoryPoint.liveAgain(candidate.evaluation(), name, last.dataset())))
        .ifPresent(points::add);
    point("candidate", candidate.evaluation(), metric).ifPresent(points::add);
    return metric
        .map(name -> new PlotRequest.MetricHistory(name, points))
        .orElse(PlotRequest.MetricHistory.NONE);
  }

  private static Optional<HistoryPoint> point(
      String name, Evaluation evaluation, Optional<String> metric) {
    return metric
        .flatMap(evaluation::verified)
        .map(
            value ->
                new HistoryPoint(
                    name, value.value(), value.interval(), evaluation.dataset().digest()));
  }
}
