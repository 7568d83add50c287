package dev.countersign.pipeline.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.countersign.modelrefs.evidence.MetricDirections;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.modelrefs.run.codec.ProvenanceParts;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.WireName;

/**
 * Puts a run report together from what the step reports and what the runner knows; the result is
 * read back strictly, so that a problem is named with its path.
 */
final class ReportMerge {
  private final ObjectNode step;
  private final String what;

  /**
   * @param what how to name the step's report in errors
   */
  ReportMerge(ObjectNode step, String what) {
    this.step = step;
    this.what = what;
  }

  /** Fills in what a script's metrics do not say. */
  ReportMerge withDefaults(String dataset, String artifactFormat) {
    putIfAbsent(step, "dataset", "name", dataset);
    putIfAbsent(step, "dataset", "split", "unknown");
    putIfAbsent(step, "artifact", "format", artifactFormat);
    return this;
  }

  /**
   * The whole report.
   *
   * @param rows digest of the evaluation rows
   * @throws dev.countersign.modelrefs.error.CountersignException {@code INPUT_INVALID} with every
   *     problem, metrics that propose would refuse among them
   */
  RunReport report(RunFacts facts, BundleLayout layout, Digest rows) {
    RunReport report =
        RunReportCodec.decode(CanonicalJson.bytes(document(facts, layout, rows)), what);
    MetricDirections.check(report, what);
    return report;
  }

  private JsonNode document(RunFacts facts, BundleLayout layout, Digest rows) {
    ObjectNode document = step.deepCopy();
    putIfAbsent(document, "artifact", "path", layout.artifact().value());
    putIfAbsent(document, "dataset", "digest", rows.toString());
    document.putIfAbsent("runtime", document.objectNode());
    document.putIfAbsent("data", document.arrayNode());
    document.putIfAbsent("definitions", document.arrayNode());
    document.setAll(
        new ObjectWriter()
            .text("schemaVersion", RunReportCodec.VERSION)
            .text("model", facts.model())
            .text("task", WireName.camelCase(facts.task()))
            .json("run", ProvenanceParts.json(facts.run()))
            .json("code", ProvenanceParts.json(facts.code()))
            .map("parameters", facts.parameters(), ProvenanceParts::json)
            .text("predictions", layout.predictions())
            .text("trainingRows", layout.trainingRows())
            .array("steps", facts.steps(), ReportMerge::json)
            .node());
    return document;
  }

  private static JsonNode json(RunStep step) {
    return new ObjectWriter()
        .text("name", step.name())
        .text("outcome", step.outcome())
        .text("startedAt", step.startedAt())
        .text("finishedAt", step.finishedAt())
        .map("inputs", step.inputs(), digest -> TextNode.valueOf(digest.toString()))
        .map("outputs", step.outputs(), digest -> TextNode.valueOf(digest.toString()))
        .node();
  }

  /** Leaves what is not an object as it is, for the strict reader to name. */
  private static void putIfAbsent(ObjectNode document, String object, String key, String value) {
    JsonNode node = document.get(object);
    if (node == null) {
      node = document.putObject(object);
    }
    if (node instanceof ObjectNode found && !found.has(key)) {
      found.put(key, value);
    }
  }
}
