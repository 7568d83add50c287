package dev.countersign.samples.inference.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes one JSON line per prediction. Lines of one request stay together. A log that cannot be
 * written is told once and does not stop predictions. Thread-safe.
 */
public final class PredictionLog {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final OutputStream out;
  private final Consumer<String> warnings;
  private boolean warned;

  /** A log that appends to a stream. */
  public PredictionLog(OutputStream out, Consumer<String> warnings) {
    this.out = out;
    this.warnings = warnings;
  }

  /**
   * One prediction.
   *
   * @param transactionId of the request
   * @param recordId of the instance within it
   * @param inputs every feature, defaults included
   * @param digest of the bytes that predicted
   */
  public record Entry(
      String transactionId,
      String recordId,
      Instant time,
      ObjectNode inputs,
      float prediction,
      Digest digest) {
    private ObjectNode json() {
      ObjectNode line = MAPPER.createObjectNode();
      line.put("transactionId", transactionId);
      line.put("recordId", recordId);
      line.put("time", time.toString());
      line.set("inputs", inputs);
      line.put("prediction", prediction);
      line.put("artifactDigest", digest.toString());
      return line;
    }
  }

  /** Appends the predictions of one request. */
  public void append(List<Entry> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(entry -> lines.append(line(entry)).append('\n'));
    write(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Entry entry) {
    try {
      return MAPPER.writeValueAsString(entry.json());
    } catch (JsonProcessingException e) {
      throw new CountersignException(ErrorCode.BUG, "a prediction has no JSON form", e);
    }
  }

  private synchronized void write(byte[] lines) {
    try {
      out.write(lines);
      out.flush();
    } catch (IOException e) {
      if (!warned) {
        warnings.accept("predictions are not logged any more: " + e.getMessage());
        warned = true;
      }
    }
  }
}
