package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.bot.transport.HttpAnswer;
import dev.countersign.bot.transport.RemoteFailureException;
import java.io.IOException;

/** An answer read as JSON. What breaks off is the remote's failure, so that it is asked again. */
final class JsonAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonAnswer() {}

  /**
   * The whole answer.
   *
   * @return a missing node for an answer that has no content by its status
   * @throws RemoteFailureException if there is none although there should be, or if it is not JSON
   */
  static JsonNode of(HttpAnswer answer) throws RemoteFailureException {
    JsonNode json = parsed(answer);
    if (json.isMissingNode() && answer.status() != 204 && answer.status() != 205) {
      throw new RemoteFailureException(answer.asFailure());
    }
    return json;
  }

  private static JsonNode parsed(HttpAnswer answer) throws RemoteFailureException {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      RemoteFailureException failure = new RemoteFailureException(answer.asFailure());
      failure.addSuppressed(e);
      throw failure;
    }
  }
}
