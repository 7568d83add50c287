package dev.countersign.pipeline.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a pipeline's own step reports: the keys of {@code run-report.json} that only it can know.
 * The keys that are the runner's to write are refused.
 */
final class StepReport {
  private static final List<String> RUNNERS_KEYS =
      List.of(
          "schemaVersion",
          "model",
          "task",
          "run",
          "code",
          "parameters",
          "predictions",
          "trainingRows",
          "steps");

  private StepReport() {}

  /**
   * Reads a report.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} with every key that is not the
   *     step's to write
   */
  static ObjectNode read(Path file) {
    JsonNode document = readJson(file);
    if (!document.isObject()) {
      throw invalid(file, List.of(new Problem("$", "must be an object")));
    }
    List<Problem> problems =
        RUNNERS_KEYS.stream()
            .filter(document::has)
            .map(key -> new Problem("$." + key, "is written by the runner; leave it out"))
            .toList();
    if (!problems.isEmpty()) {
      throw invalid(file, problems);
    }
    return (ObjectNode) document;
  }

  /** Reads a report, or an object of plain values as the report's {@code metrics}. */
  static ObjectNode readReportOrMetrics(Path file) {
    JsonNode document = readJson(file);
    boolean metrics =
        document.isObject()
            && !document.has("bump")
            && StreamSupport.stream(document.spliterator(), false).allMatch(JsonNode::isValueNode);
    if (!metrics) {
      return read(file);
    }
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.set("metrics", document);
    return report;
  }

  private static JsonNode readJson(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return StrictJson.read(in.readNBytes(StrictJson.MAX_BYTES + 1), file.toString());
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "\"%s\" cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static CountersignException invalid(Path file, List<Problem> problems) {
    return new CountersignException(
        ErrorCode.INPUT_INVALID, "\"%s\" is not a step's report".formatted(file), problems);
  }
}
