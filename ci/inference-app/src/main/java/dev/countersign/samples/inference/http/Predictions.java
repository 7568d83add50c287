package dev.countersign.samples.inference.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.samples.inference.input.RequestReader;
import dev.countersign.samples.inference.input.Row;
import dev.countersign.samples.inference.log.PredictionLog;
import dev.countersign.samples.inference.model.ServedModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Answers prediction requests with one model, and logs each prediction. Thread-safe. */
public final class Predictions {
  private final ServedModel model;
  private final RequestReader reader;
  private final PredictionLog log;
  private final Clock clock;

  /** Predictions of a model, logged with the clock's time. */
  public Predictions(ServedModel model, PredictionLog log, Clock clock) {
    this.model = model;
    this.reader = new RequestReader(model.schema());
    this.log = log;
    this.clock = clock;
  }

  /** Predicts every instance of a request, or says all that is wrong with it (400). */
  Reply predict(String transactionId, byte[] body) {
    try {
      List<Row> rows = reader.read(body);
      List<Float> values = model.predictor().predict(rows.stream().map(Row::vector).toList());
      log(transactionId, rows, values);
      return Reply.ok(answer(transactionId, rows, values));
    } catch (CountersignException e) {
      if (e.code() != ErrorCode.INPUT_INVALID) {
        throw e;
      }
      return Reply.error(400, e.explanation(), e.problems());
    }
  }

  /** Which model this is: what its reference says, and the digest of the bytes it loaded. */
  ObjectNode reference() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("model", model.reference().line().model().value())
        .put("environment", model.reference().line().environment().value())
        .put("version", model.reference().version().toString())
        .put("sequence", model.reference().sequence())
        .put("artifactDigest", model.loaded().toString());
  }

  private ObjectNode answer(String transactionId, List<Row> rows, List<Float> values) {
    ObjectNode answer = reference().put("transactionId", transactionId);
    answer
        .putObject("target")
        .put("name", model.schema().target().name())
        .put("unit", model.schema().target().unit());
    ArrayNode predictions = answer.putArray("predictions");
    for (int i = 0; i < values.size(); i++) {
      predictions.addObject().put("recordId", rows.get(i).recordId()).put("value", values.get(i));
    }
    return answer;
  }

  private void log(String transactionId, List<Row> rows, List<Float> values) {
    Instant now = clock.instant();
    List<PredictionLog.Entry> entries = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Row row = rows.get(i);
      entries.add(
          new PredictionLog.Entry(
              transactionId, row.recordId(), now, row.inputs(), values.get(i), model.loaded()));
    }
    log.append(entries);
  }
}
