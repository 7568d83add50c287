package dev.countersign.bot.review;

import dev.countersign.bot.review.schema.InputField;
import dev.countersign.bot.review.schema.SchemaDifference;
import dev.countersign.bot.text.HostileText;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reviews in which every text from outside is hostile. */
public final class HostileReviews {
  private HostileReviews() {}

  /** Reviews that between them hold every hostile sample in every place. */
  public static Stream<ReviewInput> samples() {
    List<String> texts = HostileText.samples().toList();
    int perReview = 23;
    return Stream.iterate(0, start -> start < texts.size(), start -> start + perReview)
        .map(start -> texts.subList(start, Math.min(texts.size(), start + perReview)))
        .map(HostileReviews::of);
  }

  /** A review with many of everything; far too long for any merge request. */
  public static ReviewInput huge(String text) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      texts.add(text + i);
    }
    return of(texts);
  }

  private static ReviewInput of(List<String> texts) {
    ReviewInput base = ReviewInputs.mixed();
    Iterator<String> next = Stream.generate(texts::stream).flatMap(s -> s).iterator();
    Evaluation evaluation = evaluation(base.evaluation().orElseThrow(), texts, next);
    ModelReference candidate = References.trained("1.1.1", 3, evaluation);
    return new ReviewInput(
        References.launchedBy(candidate, next.next(), parameters(texts)),
        base.live(),
        base.judging(),
        new ReviewInput.Merging(
            RequiredApprovals.of(1, List.of(next.next())),
            List.of(next.next()),
            new ReviewInput.Commands(
                Optional.of(next.next()), Optional.of(next.next()), Optional.of(next.next()))),
        new Pictures(
            List.of(picture(next, "/assets/p.png")),
            List.of(picture(next, "/assets/run-1.png")),
            texts.stream().limit(20).toList()),
        base.past(),
        new RunDetails(
            texts.stream()
                .collect(Collectors.toMap(text -> text, text -> List.of(1.0), (a, b) -> a)),
            Optional.of(
                new SchemaDifference(texts.stream().map(HostileReviews::change).toList()))));
  }

  private static Picture picture(Iterator<String> next, String place) {
    return new Picture(next.next(), next.next(), next.next(), LinkTarget.own(place).orElseThrow());
  }

  private static SchemaDifference.FieldChange change(String text) {
    InputField field = new InputField(text, text);
    return new SchemaDifference.FieldChange(text, Optional.of(field), Optional.empty());
  }

  private static Evaluation evaluation(Evaluation base, List<String> texts, Iterator<String> next) {
    List<MetricValue> metrics = new ArrayList<>();
    List<GateResult> gates = new ArrayList<>();
    for (String text : texts) {
      metrics.add(metric(text, next.next(), Optional.empty()));
      metrics.add(metric("rmse", next.next(), Optional.of(slice(text, next.next()))));
      gates.add(
          new GateResult(
              text,
              GateKind.SUPERIOR,
              next.next(),
              OptionalDouble.of(0.1),
              GateOutcome.FAILED,
              next.next()));
    }
    return new Evaluation(
        base.task(),
        base.dataset(),
        base.statistics(),
        metrics,
        base.baseline(),
        gates,
        base.verdict());
  }

  private static SliceName slice(String column, String value) {
    return new SliceName("c" + column.replace(" ", ""), value.isBlank() ? "v" : value);
  }

  private static MetricValue metric(String name, String unit, Optional<SliceName> slice) {
    return new MetricValue(
        name,
        Evidence.VERIFIED,
        slice,
        OptionalLong.of(5),
        1.5,
        Optional.empty(),
        Direction.LOWER,
        unit);
  }

  private static Map<String, Scalar> parameters(List<String> texts) {
    Map<String, Scalar> parameters = new HashMap<>();
    texts.forEach(text -> parameters.put(text, new Scalar.Text(text)));
    return parameters;
  }
}
