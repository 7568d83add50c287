package dev.countersign.samples.inference.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.Problem;
import java.util.List;

/** An answer: a status and a JSON document. */
record Reply(int status, JsonNode body) {
  static Reply ok(JsonNode body) {
    return new Reply(200, body);
  }

  static Reply error(int status, String message) {
    return error(status, message, List.of());
  }

  static Reply error(int status, String message, List<Problem> problems) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", message);
    if (!problems.isEmpty()) {
      var list = body.putArray("problems");
      problems.forEach(
          problem ->
              list.addObject().put("path", problem.path()).put("message", problem.message()));
    }
    return new Reply(status, body);
  }
}
