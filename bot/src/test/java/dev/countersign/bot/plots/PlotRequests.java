package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.EvaluationDataset;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.evaluation.Statistics;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import dev.countersign.modelrefs.evidence.rows.DatasetDigest;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** Small evidence of each task, the same every time. */
final class PlotRequests {
  private static final Digest LIVE = digest("live");
  private static final int ROWS = 400;

  private PlotRequests() {}

  static PlotRequest regression(boolean compared, String slice) {
    StringBuilder csv = header(compared, "prediction", "");
    Random random = new Random(1);
    for (int row = 0; row < ROWS; row++) {
      double actual = 300 + 40 * row;
      double noise = random.nextGaussian() * 200;
      append(csv, row, actual, List.of(actual + noise), compared, List.of(actual + 3 * noise));
    }
    return request(csv, Task.REGRESSION, "rmse", compared, slice);
  }

  /** A regression whose run brought trainings with so many other seeds. */
  static PlotRequest withRepeats(int count) {
    PlotRequest of = regression(true, "north");
    List<Double> repeats = IntStream.range(0, count).mapToObj(i -> 0.2 + 0.01 * i).toList();
    return new PlotRequest(
        of.predictions(),
        of.evaluation(),
        of.definitions(),
        of.candidateName(),
        of.target(),
        of.importance(),
        of.history(),
        Map.of("rmse", repeats));
  }

  /** The same as a regression with a second slice that has no counterpart in the live model. */
  static PlotRequest withNewSlice() {
    PlotRequest request = regression(true, "north");
    Evaluation evaluation = request.evaluation();
    List<MetricValue> metrics = new ArrayList<>(evaluation.metrics());
    metrics.add(value("rmse", Optional.of(new SliceName("region", "new"))));
    return withEvaluation(request, metrics, evaluation.baseline());
  }

  /** More slices than fit into a picture; all alike but the last, which is worse. */
  static PlotRequest withManySlices(int count) {
    PlotRequest request = regression(true, "north");
    List<MetricValue> metrics = new ArrayList<>();
    List<MetricDelta> deltas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Optional<SliceName> slice = Optional.of(new SliceName("region", "r" + i));
      metrics.add(value("rmse", slice));
      deltas.add(
          i < count - 1
              ? delta("rmse", slice)
              : new MetricDelta(
                  "rmse", slice, 0.1, 0.15, Optional.empty(), OptionalDouble.empty()));
    }
    BaselineComparison live = request.evaluation().baseline().orElseThrow();
    BaselineComparison other =
        new BaselineComparison(live.version(), live.artifactDigest(), true, "", deltas);
    return withEvaluation(request, metrics, Optional.of(other));
  }

  /** The live model's predictions are there, but must not be compared. */
  static PlotRequest notComparable() {
    PlotRequest request = regression(true, "north");
    BaselineComparison live = request.evaluation().baseline().orElseThrow();
    BaselineComparison other =
        new BaselineComparison(live.version(), live.artifactDigest(), false, "leak", List.of());
    return withEvaluation(request, request.evaluation().metrics(), Optional.of(other));
  }

  private static PlotRequest withEvaluation(
      PlotRequest request, List<MetricValue> metrics, Optional<BaselineComparison> baseline) {
    Evaluation of = request.evaluation();
    return new PlotRequest(
        request.predictions(),
        new Evaluation(
            of.task(), of.dataset(), of.statistics(), metrics, baseline, of.gates(), of.verdict()),
        request.definitions(),
        request.candidateName(),
        request.target(),
        PlotRequest.Importance.UNKNOWN,
        PlotRequest.MetricHistory.NONE,
        request.repeats());
  }

  static PlotRequest binary(boolean compared) {
    StringBuilder csv = header(compared, "p:1", ":1");
    Random random = new Random(2);
    for (int row = 0; row < ROWS; row++) {
      double p = random.nextDouble();
      double actual = random.nextDouble() < p ? 1 : 0;
      append(csv, row, actual, List.of(p), compared, List.of(0.5 + (p - 0.5) / 3));
    }
    return request(csv, Task.BINARY, "log_loss", compared, "north");
  }

  static PlotRequest multiclass() {
    StringBuilder csv = new StringBuilder("row_key,occurrence,actual,p:a,p:b,p:c");
    for (String label : List.of("a", "b", "c")) {
      csv.append(",baseline:").append(LIVE).append(':').append(label);
    }
    csv.append(",slice:region\n");
    for (int row = 0; row < ROWS; row++) {
      String actual = List.of("a", "b", "c").get(row % 3);
      String right = row % 3 == 0 ? "0.8,0.1,0.1" : row % 3 == 1 ? "0.1,0.7,0.2" : "0.3,0.3,0.4";
      csv.append(key(row)).append(",0,").append(actual).append(',').append(right);
      csv.append(",0.4,0.3,0.3,north\n");
    }
    return request(csv, Task.MULTICLASS, "accuracy", true, "north");
  }

  private static StringBuilder header(boolean compared, String column, String suffix) {
    return new StringBuilder("row_key,occurrence,actual,")
        .append(column)
        .append(compared ? ",baseline:" + LIVE + suffix : "")
        .append(",slice:region\n");
  }

  private static void append(
      StringBuilder csv,
      int row,
      double actual,
      List<Double> candidate,
      boolean compared,
      List<Double> live) {
    csv.append(key(row)).append(",0,");
    csv.append(actual == Math.rint(actual) ? String.valueOf((long) actual) : actual);
    candidate.forEach(value -> csv.append(',').append(number(value)));
    if (compared) {
      live.forEach(value -> csv.append(',').append(number(value)));
    }
    csv.append(",north\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String key(int row) {
    return digest("row " + row).hex();
  }

  private static PlotRequest request(
      StringBuilder csv, Task task, String metric, boolean compared, String slice) {
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    Predictions predictions =
        PredictionsCsv.read(new ByteArrayInputStream(bytes), "predictions.csv", task);
    return new PlotRequest(
        predictions,
        evaluation(predictions, metric, compared, new SliceName("region", slice)),
        List.of(),
        "Candidate 1.1.0",
        task == Task.REGRESSION ? "price (USD)" : "class",
        new PlotRequest.Importance(Map.of("carat", 3.0, slice, 1.0), Map.of("carat", 1.0)),
        new PlotRequest.MetricHistory(
            metric,
            List.of(
                new HistoryPoint("0.9.0", 3, Optional.empty(), digest("other rows")),
                HistoryPoint.again("0.9.0", 2.5, digest("rows")),
                new HistoryPoint("1.0.0", 2, Optional.of(new Interval(1.5, 2.5)), digest("rows")),
                new HistoryPoint("1.1.0", 1, Optional.of(new Interval(0.5, 1.5)), digest("rows")))),
        Map.of());
  }

  private static Evaluation evaluation(
      Predictions predictions, String metric, boolean compared, SliceName slice) {
    return new Evaluation(
        predictions.task(),
        new EvaluationDataset("test", DatasetDigest.of(predictions), ROWS, "row-hash"),
        new Statistics("paired-bootstrap", 2000, 1, 0.95),
        List.of(
            value(metric, Optional.empty()),
            value("auc", Optional.empty()),
            value("brier", Optional.empty()),
            value(metric, Optional.of(slice))),
        compared
            ? Optional.of(
                new BaselineComparison(
                    ModelVersion.FIRST,
                    LIVE,
                    true,
                    "",
                    List.of(
                        delta(metric, Optional.empty()),
                        delta("brier", Optional.empty()),
                        delta(metric, Optional.of(slice)))))
            : Optional.empty(),
        List.of(),
        compared ? Verdict.BETTER : Verdict.NO_BASELINE);
  }

  private static MetricValue value(String name, Optional<SliceName> slice) {
    return new MetricValue(
        name,
        Evidence.VERIFIED,
        slice,
        OptionalLong.empty(),
        0.25,
        Optional.of(new Interval(0.2, 0.3)),
        Direction.LOWER,
        "");
  }

  private static MetricDelta delta(String name, Optional<SliceName> slice) {
    return new MetricDelta(
        name, slice, 0.5, -0.25, Optional.of(new Interval(-0.3, -0.2)), OptionalDouble.of(1));
  }

  private static Digest digest(String of) {
    return Digest.of(of.getBytes(StandardCharsets.UTF_8));
  }
}
