package dev.countersign.modelrefs.run.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.JsonNumbers;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.SchemaVersion;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads and writes {@code run-report.json} (format: {@code docs/run-bundle.md}). Stateless.
 *
 * <p>Whether {@code finishedAt} lies in the future is for the caller to judge, who has a clock.
 */
public final class RunReportCodec {
  /** The version this codec writes; every 1.x is read. */
  public static final SchemaVersion VERSION = new SchemaVersion(1, 0);

  private RunReportCodec() {}

  /**
   * Reads a report strictly.
   *
   * @param what how to name the document in errors, usually its file name
   * @throws dev.countersign.modelrefs.error.CountersignException {@link ErrorCode#INPUT_INVALID}
   *     with every problem: unknown keys with the nearest known one, numbers that are not finite
   *     named by their metric
   */
  public static RunReport decode(byte[] bytes, String what) {
    JsonNode document = StrictJson.read(bytes, what);
    VERSION.check(document, what);
    return JsonValue.decode(
        document,
        UnknownKeys.REFUSED,
        ErrorCode.INPUT_INVALID,
        what,
        Decoders.object(RunReportReader::read));
  }

  /** The report as bytes: canonical order and numbers, indented, ending with a line feed. */
  public static byte[] encode(RunReport report) {
    return CanonicalJson.indented(json(report));
  }

  private static JsonNode json(RunReport report) {
    return new ObjectWriter()
        .text("schemaVersion", VERSION)
        .text("model", report.model())
        .text("task", WireName.camelCase(report.task()))
        .json("run", ProvenanceParts.json(report.run()))
        .json("code", ProvenanceParts.json(report.code()))
        .array("data", report.data(), ProvenanceParts::json)
        .map("parameters", report.parameters(), ProvenanceParts::json)
        .json("runtime", ProvenanceParts.json(report.runtime()))
        .json("artifact", artifact(report))
        .json("dataset", RunReportParts.json(report.dataset()))
        .array("definitions", report.definitions(), RunReportParts::json)
        .map("metrics", metrics(report), JsonNumbers::of)
        .text("predictions", report.predictions())
        .text("trainingRows", report.trainingRows())
        .mapUnlessEmpty("repeats", report.repeats(), RunReportParts::json)
        .text("bump", WireName.camelCase(report.bump()))
        .arrayUnlessEmpty("steps", report.steps(), RunReportParts::json)
        .arrayUnlessEmpty("plots", report.plots(), RunReportParts::json)
        .mapUnlessEmpty("featureImportance", report.featureImportance(), JsonNumbers::of)
        .text("inputSchema", report.inputSchema())
        .arrayUnlessEmpty("unloadableBaselines", report.unloadableBaselines(), RunReportParts::json)
        .node();
  }

  private static JsonNode artifact(RunReport report) {
    return new ObjectWriter()
        .text("path", report.artifact())
        .text("format", report.artifactFormat())
        .node();
  }

  private static Map<String, Double> metrics(RunReport report) {
    List<ReportedMetric> metrics = report.metrics();
    return metrics.stream().collect(Collectors.toMap(ReportedMetric::name, ReportedMetric::value));
  }
}
