package dev.countersign.modelrefs.run.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.Plot;
import dev.countersign.modelrefs.run.ReportedDataset;
import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.modelrefs.run.UnloadableBaseline;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The parts of a run report that are its own. */
final class RunReportParts {
  private static final Decoder<Digest> DIGEST = Decoders.parsed(Digest::parse);

  private RunReportParts() {}

  static Decoder<ReportedDataset> dataset() {
    return Decoders.object(
        reader -> {
          var name = reader.required("name", Decoders.nonBlank());
          var split = reader.required("split", Decoders.nonBlank());
          var digest = reader.required("digest", DIGEST);
          return reader.build(() -> new ReportedDataset(name.get(), split.get(), digest.get()));
        });
  }

  static JsonNode json(ReportedDataset dataset) {
    return new ObjectWriter()
        .text("name", dataset.name())
        .text("split", dataset.split())
        .text("digest", dataset.digest())
        .node();
  }

  static Decoder<MetricDefinition> definition() {
    return Decoders.object(
        reader -> {
          var name = reader.required("name", Decoders.nonBlank());
          var direction = reader.required("direction", Decoders.oneOf(Direction.class));
          var unit = reader.withDefault("unit", Decoders.text(), "");
          var averaging = reader.optional("averaging", Decoders.nonBlank());
          var threshold = reader.optional("threshold", Decoders.number());
          var positiveClass = reader.optional("positiveClass", Decoders.text());
          return reader.build(
              () ->
                  new MetricDefinition(
                      name.get(),
                      direction.get(),
                      unit.get(),
                      averaging.get(),
                      optionalDouble(threshold.get()),
                      positiveClass.get()));
        });
  }

  static JsonNode json(MetricDefinition definition) {
    return new ObjectWriter()
        .text("name", definition.name())
        .text("direction", WireName.camelCase(definition.direction()))
        .textUnlessEmpty("unit", definition.unit())
        .text("averaging", definition.averaging())
        .number("threshold", definition.threshold())
        .text("positiveClass", definition.positiveClass())
        .node();
  }

  static Decoder<RunStep> step() {
    return Decoders.object(
        reader -> {
          var name = reader.required("name", Decoders.nonBlank());
          var outcome = reader.required("outcome", Decoders.nonBlank());
          var startedAt = reader.optional("startedAt", Decoders.instant());
          var finishedAt = reader.optional("finishedAt", Decoders.instant());
          var inputs = reader.withDefault("inputs", Decoders.map(DIGEST), Map.of());
          var outputs = reader.withDefault("outputs", Decoders.map(DIGEST), Map.of());
          return reader.build(
              () ->
                  new RunStep(
                      name.get(),
                      outcome.get(),
                      startedAt.get(),
                      finishedAt.get(),
                      inputs.get(),
                      outputs.get()));
        });
  }

  static JsonNode json(RunStep step) {
    return new ObjectWriter()
        .text("name", step.name())
        .text("outcome", step.outcome())
        .text("startedAt", step.startedAt())
        .text("finishedAt", step.finishedAt())
        .mapUnlessEmpty("inputs", step.inputs(), RunReportParts::json)
        .mapUnlessEmpty("outputs", step.outputs(), RunReportParts::json)
        .node();
  }

  static Decoder<Plot> plot() {
    return Decoders.object(
        reader -> {
          var title = reader.required("title", Decoders.nonBlank());
          var path = reader.required("path", Decoders.parsed(ArtifactPath::new));
          return reader.build(() -> new Plot(title.get(), path.get()));
        });
  }

  static JsonNode json(Plot plot) {
    return new ObjectWriter().text("title", plot.title()).text("path", plot.path()).node();
  }

  static Decoder<UnloadableBaseline> unloadableBaseline() {
    return Decoders.object(
        reader -> {
          var artifactDigest = reader.required("artifactDigest", DIGEST);
          var reason = reader.required("reason", Decoders.nonBlank());
          return reader.build(() -> new UnloadableBaseline(artifactDigest.get(), reason.get()));
        });
  }

  static JsonNode json(UnloadableBaseline baseline) {
    return new ObjectWriter()
        .text("artifactDigest", baseline.artifactDigest())
        .text("reason", baseline.reason())
        .node();
  }

  static JsonNode json(List<Double> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
    values.forEach(array::add);
    return array;
  }

  private static JsonNode json(Digest digest) {
    return TextNode.valueOf(digest.toString());
  }

  private static OptionalDouble optionalDouble(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
