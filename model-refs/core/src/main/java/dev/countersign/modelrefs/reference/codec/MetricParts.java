package dev.countersign.modelrefs.reference.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The metrics of {@code evaluation} and of its {@code baseline}. */
final class MetricParts {
  private static final Decoder<Double> NUMBER = Decoders.number();

  private MetricParts() {}

  static Decoder<MetricValue> value() {
    return Decoders.object(
        reader -> {
          var name = reader.required("name", Decoders.nonBlank());
          var evidence = reader.required("evidence", Decoders.oneOf(Evidence.class));
          var slice = reader.optional("slice", Decoders.parsed(SliceName::parse));
          var rows = reader.optional("rows", Decoders.integer(0, StrictJson.MAX_SAFE_INTEGER));
          var value = reader.required("value", NUMBER);
          var interval = reader.optional("interval", interval());
          var direction = reader.required("direction", Decoders.oneOf(Direction.class));
          var unit = reader.withDefault("unit", Decoders.text(), "");
          return reader.build(
              () ->
                  new MetricValue(
                      name.get(),
                      evidence.get(),
                      slice.get(),
                      rows.get().map(OptionalLong::of).orElseGet(OptionalLong::empty),
                      value.get(),
                      interval.get(),
                      direction.get(),
                      unit.get()));
        });
  }

  static JsonNode json(MetricValue metric) {
    return new ObjectWriter()
        .text("name", metric.name())
        .text("evidence", WireName.camelCase(metric.evidence()))
        .text("slice", metric.slice())
        .integer("rows", metric.rows())
        .number("value", metric.value())
        .json("interval", metric.interval(), MetricParts::json)
        .text("direction", WireName.camelCase(metric.direction()))
        .textUnlessEmpty("unit", metric.unit())
        .node();
  }

  static Decoder<BaselineComparison> baseline() {
    return Decoders.object(
        reader -> {
          var version = reader.required("version", Decoders.parsed(ModelVersion::parse));
          var digest = reader.required("artifactDigest", Decoders.parsed(Digest::parse));
          var comparable = reader.required("comparable", Decoders.flag());
          var reason = reader.withDefault("reason", Decoders.text(), "");
          var metrics = reader.withDefault("metrics", Decoders.list(delta()), List.of());
          return reader.build(
              () ->
                  new BaselineComparison(
                      version.get(), digest.get(), comparable.get(), reason.get(), metrics.get()));
        });
  }

  static JsonNode json(BaselineComparison baseline) {
    return new ObjectWriter()
        .text("version", baseline.version())
        .text("artifactDigest", baseline.artifactDigest())
        .flag("comparable", baseline.comparable())
        .textUnlessEmpty("reason", baseline.reason())
        .array("metrics", baseline.metrics(), MetricParts::json)
        .node();
  }

  private static Decoder<MetricDelta> delta() {
    return Decoders.object(
        reader -> {
          var name = reader.required("name", Decoders.nonBlank());
          var slice = reader.optional("slice", Decoders.parsed(SliceName::parse));
          var value = reader.required("value", NUMBER);
          var delta = reader.required("delta", NUMBER);
          var interval = reader.optional("deltaInterval", interval());
          var adjustedP = reader.optional("adjustedP", NUMBER);
          return reader.build(
              () ->
                  new MetricDelta(
                      name.get(),
                      slice.get(),
                      value.get(),
                      delta.get(),
                      interval.get(),
                      optionalDouble(adjustedP.get())));
        });
  }

  private static JsonNode json(MetricDelta delta) {
    return new ObjectWriter()
        .text("name", delta.name())
        .text("slice", delta.slice())
        .number("value", delta.value())
        .number("delta", delta.delta())
        .json("deltaInterval", delta.deltaInterval(), MetricParts::json)
        .number("adjustedP", delta.adjustedP())
        .node();
  }

  private static Decoder<Interval> interval() {
    return value -> {
      List<Double> ends = Decoders.list(NUMBER).decode(value);
      if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
        throw value.stop("must be an interval [low, high], is " + value.node());
      }
      return new Interval(ends.get(0), ends.get(1));
    };
  }

  private static JsonNode json(Interval interval) {
    return JsonNodeFactory.instance.arrayNode().add(interval.low()).add(interval.high());
  }

  static OptionalDouble optionalDouble(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
