package dev.countersign.bot.review;

import dev.countersign.bot.review.schema.SchemaDifference;
import dev.countersign.bot.review.schema.SchemaFixtures;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.EvaluationDataset;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.evaluation.Statistics;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The promotions that the review's tests look at; numbers as the diamonds sample gives them. */
public final class ReviewInputs {
  private static final GateSpec SUPERIOR =
      gate("rmse-superior", GateKind.SUPERIOR, "rmse", 0.01, List.of(), "");
  private static final GateSpec R2 = gate("r2-floor", GateKind.AT_LEAST, "r2", 0.95, List.of(), "");
  private static final GateSpec GAP =
      gate(
          "train-test-gap",
          GateKind.AT_MOST,
          "rmse_gap",
          0.15,
          List.of(),
          "Declared by the run, because training rows are not among the evidence.");
  private static final GateSpec SLICES =
      gate("no-slice-worse", GateKind.SLICES, "rmse", 0.05, List.of("carat", "cut"), "");

  private ReviewInputs() {}

  /** Nothing is live; a comparison gate needs a person. */
  public static ReviewInput first() {
    Evaluation evaluation =
        evaluation(
            List.of(
                verified("rmse", "USD", Direction.LOWER, 322.4, 309.8, 336.1),
                verified("r2", "", Direction.HIGHER, 0.98214, 0.98071, 0.98349),
                slice("carat", "<=0.5", 3511, 95.2, 90.4, 100.9),
                slice("carat", "1.0-1.5", 1204, 590.4, 551.2, 634.0),
                declared("cv_rmse", 331.9),
                declared("rmse_gap", 0.0934)),
            Optional.empty(),
            List.of(
                result(R2, GateOutcome.PASSED, "r2 is 0.9821, at least 0.95 is asked."),
                result(GAP, GateOutcome.PASSED, "rmse_gap is 0.0934, at most 0.15 is allowed."),
                result(SUPERIOR, GateOutcome.NEEDS_PERSON, "there is no baseline yet."),
                result(SLICES, GateOutcome.NEEDS_PERSON, "there is no baseline yet.")),
            Verdict.NO_BASELINE);
    return input(References.trained("1.0.0", 1, evaluation), Optional.empty(), 0);
  }

  /** The same input with other pictures. */
  public static ReviewInput with(ReviewInput input, List<Picture> pictures) {
    return with(input, new Pictures(pictures, List.of(), List.of()));
  }

  /** The same input with other pictures, also of the run. */
  public static ReviewInput with(ReviewInput input, Pictures pictures) {
    return new ReviewInput(
        input.candidate(),
        input.live(),
        input.judging(),
        input.merging(),
        pictures,
        input.past(),
        input.run());
  }

  /** The same input with more known of the run. */
  public static ReviewInput with(ReviewInput input, RunDetails run) {
    return new ReviewInput(
        input.candidate(),
        input.live(),
        input.judging(),
        input.merging(),
        input.pictures(),
        input.past(),
        run);
  }

  /** The same input with another past. */
  public static ReviewInput with(ReviewInput input, Past past) {
    return new ReviewInput(
        input.candidate(),
        input.live(),
        input.judging(),
        input.merging(),
        input.pictures(),
        past,
        input.run());
  }

  /** Better than 1.0.0 beyond doubt. */
  public static ReviewInput better() {
    Evaluation evaluation =
        evaluation(
            metrics(),
            Optional.of(
                baseline(
                    List.of(
                        delta("rmse", 1494.6, -951.4, -998.0, -905.9),
                        delta("r2", 0.85911, 0.12321, 0.1151, 0.1315),
                        sliceDelta("carat", "<=0.5", 95.2, 3.9, 1.8, 6.0, 0.2105),
                        sliceDelta("carat", "1.0-1.5", 1302.0, -691.6, -748.1, -640.3, 1),
                        sliceDelta("cut", "Fair", 1710.3, -640.2, -811.4, -470.6, 1)))),
            List.of(
                result(R2, GateOutcome.PASSED, "r2 is 0.9823, at least 0.95 is asked."),
                result(GAP, GateOutcome.PASSED, "rmse_gap is 0.0934, at most 0.15 is allowed."),
                result(
                    SUPERIOR,
                    GateOutcome.PASSED,
                    "at the interval's bound rmse is 60.6 % better than live, 1 % is asked."),
                result(SLICES, GateOutcome.PASSED, "no slice is shown to be worse by 5 %.")),
            Verdict.BETTER);
    return input(References.trained("1.1.0", 2, evaluation), Optional.of(live()), 1);
  }

  /** Better overall, one slice shown to be worse; the gate fails. */
  public static ReviewInput mixed() {
    Evaluation evaluation =
        evaluation(
            metrics(),
            Optional.of(
                baseline(
                    List.of(
                        delta("rmse", 560.4, -17.2, -24.9, -9.8),
                        delta("r2", 0.98141, 0.00091, 0.0005, 0.0013),
                        sliceDelta("carat", "<=0.5", 98.2, 0.9, -1.2, 3.1, 0.871),
                        sliceDelta("carat", "1.0-1.5", 640.1, -29.7, -40.1, -19.9, 1),
                        sliceDelta("cut", "Fair", 720.6, 349.5, 270.2, 431.9, 0.0005)))),
            List.of(
                result(R2, GateOutcome.PASSED, "r2 is 0.9823, at least 0.95 is asked."),
                result(GAP, GateOutcome.PASSED, "rmse_gap is 0.0934, at most 0.15 is allowed."),
                result(
                    SUPERIOR,
                    GateOutcome.FAILED,
                    "at the interval's bound rmse is 1.7 % better than live, 2 % is asked."),
                result(
                    SLICES,
                    GateOutcome.FAILED,
                    "slice cut Fair is 37.5 % worse at the interval's bound, 5 % is allowed.")),
            Verdict.MIXED);
    ReviewInput input = input(References.trained("1.1.1", 3, evaluation), Optional.of(live()), 3);
    Waiver waiver =
        new Waiver(
            "rmse-superior",
            new Identity("bob", Optional.of(7L)),
            input.candidate().artifact().digest(),
            "the data got harder",
            Instant.parse("2026-11-20T10:00:00Z"),
            true);
    return new ReviewInput(
        input.candidate(),
        input.live(),
        new ReviewInput.Judging(input.judging().gates(), List.of(waiver), 3),
        input.merging(),
        input.pictures(),
        input.past(),
        input.run());
  }

  /**
   * By another seed: better by the interval, but inside the spread of other seeds. With all that
   * only a run can tell.
   */
  public static ReviewInput lucky() {
    Evaluation evaluation =
        evaluation(
            metrics(),
            Optional.of(baseline(List.of(delta("rmse", 560.4, -17.2, -24.9, -9.8)))),
            List.of(result(SUPERIOR, GateOutcome.PASSED, "better by 1.7 % at the bound.")),
            Verdict.INDISTINGUISHABLE);
    ReviewInput input = input(References.trained("1.1.1", 3, evaluation), Optional.of(live()), 3);
    RunDetails run =
        new RunDetails(
            Map.of("rmse", List.of(538.9, 561.7, 549.0)),
            SchemaDifference.between(SchemaFixtures.live(), SchemaFixtures.candidate()));
    Pictures pictures =
        new Pictures(
            input.pictures().drawn(),
            List.of(
                new Picture(
                    "Loss by round",
                    "Loss by round",
                    "A picture that the run brought: Loss by round",
                    LinkTarget.own("/assets/0b/run-1.png").orElseThrow())),
            List.of("Trees: it is not a PNG."));
    return with(with(input, pictures), run);
  }

  /** Back from 1.1.0 to 1.0.0. */
  public static ReviewInput rollback() {
    ReviewInput first = first();
    ModelReference withdrawn = better().candidate();
    ModelReference back =
        References.rolledBack(first.candidate(), withdrawn, "wrong prices for large diamonds");
    return new ReviewInput(
        back,
        Optional.of(withdrawn),
        first.judging(),
        first.merging(),
        Pictures.NONE,
        better().past(),
        RunDetails.UNKNOWN);
  }

  /** A model that came without evaluation. */
  public static ReviewInput adopted() {
    ReviewInput first = first();
    return new ReviewInput(
        References.adopted("1.0.0"),
        Optional.empty(),
        first.judging(),
        new ReviewInput.Merging(
            RequiredApprovals.of(0, List.of()), List.of(), ReviewInput.Commands.NONE),
        Pictures.NONE,
        Past.NONE,
        RunDetails.UNKNOWN);
  }

  private static ModelReference live() {
    return References.trained("1.0.0", 1, first().evaluation().orElseThrow());
  }

  private static ReviewInput input(
      ModelReference candidate, Optional<ModelReference> live, long judged) {
    ReviewInput.Commands commands =
        new ReviewInput.Commands(
            live.map(
                before ->
                    "countersign rollback diamonds-price/production --to " + before.version()),
            Optional.of("countersign waive GATE-ID --reason \"why\""),
            Optional.of("countersign preview runs/42"));
    return new ReviewInput(
        candidate,
        live,
        new ReviewInput.Judging(List.of(R2, GAP, SUPERIOR, SLICES), List.of(), judged),
        new ReviewInput.Merging(
            RequiredApprovals.of(1, List.of("alice", "bob")), List.of("shop"), commands),
        new Pictures(
            List.of(
                new Picture(
                    "Predicted and actual price",
                    "Predictions",
                    "Predicted against actual price of 10,788 diamonds; rmse 543.2 USD.",
                    LinkTarget.own("/assets/0a/predicted.png").orElseThrow())),
            List.of(),
            List.of()),
        live.map(before -> new Past(List.of(superseded()), List.of())).orElse(Past.NONE),
        RunDetails.UNKNOWN);
  }

  private static EarlierCandidate superseded() {
    return new EarlierCandidate(
        ModelVersion.parse("1.0.1"),
        new Digest("5a".repeat(32)),
        Optional.of(Verdict.INDISTINGUISHABLE),
        Instant.parse("2026-11-19T08:30:00Z"));
  }

  private static List<MetricValue> metrics() {
    return List.of(
        verified("rmse", "USD", Direction.LOWER, 543.2, 531.0, 555.9),
        verified("r2", "", Direction.HIGHER, 0.98232, 0.98114, 0.98347),
        slice("carat", "<=0.5", 3566, 99.1, 93.9, 104.8),
        slice("carat", "1.0-1.5", 2101, 610.4, 580.2, 642.7),
        slice("cut", "Fair", 331, 1070.1, 930.4, 1223.8),
        declared("cv_rmse", 548.0),
        declared("rmse_gap", 0.0934));
  }

  private static Evaluation evaluation(
      List<MetricValue> metrics,
      Optional<BaselineComparison> baseline,
      List<GateResult> gates,
      Verdict verdict) {
    return new Evaluation(
        Task.REGRESSION,
        new EvaluationDataset("diamonds-test", Digest.of(new byte[] {7}), 10788, "row-hash"),
        new Statistics("paired-bootstrap", 2000, 1, 0.95),
        metrics,
        baseline,
        gates,
        verdict);
  }

  private static BaselineComparison baseline(List<MetricDelta> deltas) {
    ModelReference live = live();
    return new BaselineComparison(live.version(), live.artifact().digest(), true, "", deltas);
  }

  private static GateSpec gate(
      String id, GateKind kind, String metric, double bound, List<String> columns, String note) {
    return new GateSpec(id, kind, metric, bound, Optional.empty(), columns, 100, note);
  }

  private static GateResult result(GateSpec spec, GateOutcome outcome, String reason) {
    return new GateResult(
        spec.id(), spec.kind(), spec.metric(), OptionalDouble.of(spec.bound()), outcome, reason);
  }

  private static MetricValue verified(
      String name, String unit, Direction direction, double value, double low, double high) {
    return new MetricValue(
        name,
        Evidence.VERIFIED,
        Optional.empty(),
        OptionalLong.empty(),
        value,
        Optional.of(new Interval(low, high)),
        direction,
        unit);
  }

  private static MetricValue slice(
      String column, String value, long rows, double rmse, double low, double high) {
    return new MetricValue(
        "rmse",
        Evidence.VERIFIED,
        Optional.of(new SliceName(column, value)),
        OptionalLong.of(rows),
        rmse,
        Optional.of(new Interval(low, high)),
        Direction.LOWER,
        "USD");
  }

  private static MetricValue declared(String name, double value) {
    return new MetricValue(
        name,
        Evidence.DECLARED,
        Optional.empty(),
        OptionalLong.empty(),
        value,
        Optional.empty(),
        Direction.LOWER,
        "");
  }

  private static MetricDelta delta(
      String name, double value, double delta, double low, double high) {
    return new MetricDelta(
        name,
        Optional.empty(),
        value,
        delta,
        Optional.of(new Interval(low, high)),
        OptionalDouble.empty());
  }

  private static MetricDelta sliceDelta(
      String column,
      String slice,
      double value,
      double delta,
      double low,
      double high,
      double adjustedP) {
    return new MetricDelta(
        "rmse",
        Optional.of(new SliceName(column, slice)),
        value,
        delta,
        Optional.of(new Interval(low, high)),
        OptionalDouble.of(adjustedP));
  }
}
