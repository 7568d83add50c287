package dev.countersign.modelrefs.reference.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.EvaluationDataset;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.Statistics;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.WireName;

/** {@code evaluation}, without its metrics, which are {@link MetricParts}. */
final class EvaluationParts {
  private static final long MAX = StrictJson.MAX_SAFE_INTEGER;

  private EvaluationParts() {}

  static Decoder<Evaluation> evaluation() {
    return Decoders.object(
        reader -> {
          var task = reader.required("task", Decoders.oneOf(Task.class));
          var dataset = reader.required("dataset", dataset());
          var statistics = reader.required("statistics", statistics());
          var metrics = reader.required("metrics", Decoders.list(MetricParts.value()));
          var baseline = reader.optional("baseline", MetricParts.baseline());
          var gates = reader.required("gates", Decoders.list(gate()));
          var verdict =
              reader.required("verdict", Decoders.oneOf(Verdict.class, WireName::hyphenated));
          return reader.build(
              () ->
                  new Evaluation(
                      task.get(),
                      dataset.get(),
                      statistics.get(),
                      metrics.get(),
                      baseline.get(),
                      gates.get(),
                      verdict.get()));
        });
  }

  static JsonNode json(Evaluation evaluation) {
    return new ObjectWriter()
        .text("task", WireName.camelCase(evaluation.task()))
        .json("dataset", json(evaluation.dataset()))
        .json("statistics", json(evaluation.statistics()))
        .array("metrics", evaluation.metrics(), MetricParts::json)
        .json("baseline", evaluation.baseline(), MetricParts::json)
        .array("gates", evaluation.gates(), EvaluationParts::json)
        .text("verdict", WireName.hyphenated(evaluation.verdict()))
        .node();
  }

  private static Decoder<EvaluationDataset> dataset() {
    return Decoders.object(
        reader -> {
          var name = reader.required("name", Decoders.nonBlank());
          var digest = reader.required("digest", Decoders.parsed(Digest::parse));
          var rows = reader.required("rows", Decoders.integer(0, MAX));
          var split = reader.required("split", Decoders.nonBlank());
          return reader.build(
              () -> new EvaluationDataset(name.get(), digest.get(), rows.get(), split.get()));
        });
  }

  private static JsonNode json(EvaluationDataset dataset) {
    return new ObjectWriter()
        .text("name", dataset.name())
        .text("digest", dataset.digest())
        .integer("rows", dataset.rows())
        .text("split", dataset.split())
        .node();
  }

  private static Decoder<Statistics> statistics() {
    return Decoders.object(
        reader -> {
          var method = reader.required("method", Decoders.nonBlank());
          var resamples = reader.required("resamples", Decoders.integer(0, Integer.MAX_VALUE));
          var seed = reader.required("seed", Decoders.integer(-MAX, MAX));
          var confidence = reader.required("confidence", Decoders.number());
          return reader.build(
              () ->
                  new Statistics(
                      method.get(), resamples.get().intValue(), seed.get(), confidence.get()));
        });
  }

  private static JsonNode json(Statistics statistics) {
    return new ObjectWriter()
        .text("method", statistics.method())
        .integer("resamples", statistics.resamples())
        .integer("seed", statistics.seed())
        .number("confidence", statistics.confidence())
        .node();
  }

  private static Decoder<GateResult> gate() {
    return Decoders.object(
        reader -> {
          var id = reader.required("id", Decoders.nonBlank());
          var kind = reader.required("kind", Decoders.oneOf(GateKind.class));
          var metric = reader.required("metric", Decoders.nonBlank());
          var margin = reader.optional("margin", Decoders.number());
          var outcome = reader.required("outcome", outcome());
          var reason = reader.withDefault("reason", Decoders.text(), "");
          return reader.build(
              () ->
                  new GateResult(
                      id.get(),
                      kind.get(),
                      metric.get(),
                      MetricParts.optionalDouble(margin.get()),
                      outcome.get(),
                      reason.get()));
        });
  }

  private static Decoder<GateOutcome> outcome() {
    return value -> {
      GateOutcome outcome = Decoders.oneOf(GateOutcome.class, WireName::hyphenated).decode(value);
      if (outcome == GateOutcome.WAIVED) {
        throw value.stop("\"waived\" is never written; a waiver is an event of the forge");
      }
      return outcome;
    };
  }

  private static JsonNode json(GateResult gate) {
    if (gate.outcome() == GateOutcome.WAIVED) {
      throw new IllegalArgumentException("gate \"" + gate.id() + "\" is waived; never written");
    }
    return new ObjectWriter()
        .text("id", gate.id())
        .text("kind", WireName.camelCase(gate.kind()))
        .text("metric", gate.metric())
        .number("margin", gate.margin())
        .text("outcome", WireName.hyphenated(gate.outcome()))
        .textUnlessEmpty("reason", gate.reason())
        .node();
  }
}
