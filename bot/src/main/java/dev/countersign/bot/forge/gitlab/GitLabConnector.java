package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.bot.transport.HttpAnswer;
import dev.countersign.bot.transport.HttpCall;
import dev.countersign.bot.transport.HttpExchange;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.bot.transport.RemoteFailureException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Future;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;

/**
 * Sends what the SDK's HTTP library asks for through {@link HttpExchange}: no redirect to another
 * host (gitlab4j switches redirects on and offers no way to switch them off), a limit to the size
 * and the duration of an answer, no silent repetition of a POST (the JDK's older client does that).
 * Only an answer that says yes passes; every other one is thrown.
 */
final class GitLabConnector implements Connector {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final HttpExchange exchange;
  private volatile Optional<HttpAnswer> last = Optional.empty();

  GitLabConnector(HttpExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public ClientResponse apply(ClientRequest request) {
    try {
      last = Optional.empty();
      HttpAnswer answer = exchange.send(call(request)).orFailure();
      refuseWhatIsNotJson(answer);
      last = Optional.of(answer);
      return response(request, answer);
    } catch (IOException e) {
      throw new ProcessingException(e);
    }
  }

  /** The last answer that said yes; empty if the last call brought none. */
  Optional<HttpAnswer> lastAnswer() {
    return last;
  }

  /** The last answer as a failure, if the SDK got one and could not read it. */
  Optional<RemoteFailure> unreadable(Exception reason) {
    return last.map(HttpAnswer::asFailure)
        .map(
            answer ->
                new RemoteFailure(
                    answer.at(),
                    answer.status(),
                    answer.headers(),
                    answer.body(),
                    Optional.of(reason)));
  }

  /** Also where nobody reads the answer: only GitLab's own tells that GitLab did it. */
  private static void refuseWhatIsNotJson(HttpAnswer answer) throws IOException {
    if (answer.body().length == 0) {
      return;
    }
    try {
      JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new RemoteFailureException(answer.asFailure());
    }
  }

  private static HttpCall call(ClientRequest request) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (request.hasEntity()) {
      request.setStreamProvider(length -> body);
      request.writeEntity();
    }
    return new HttpCall(
        request.getMethod(), request.getUri(), request.getStringHeaders(), body.toByteArray());
  }

  private static ClientResponse response(ClientRequest request, HttpAnswer answer) {
    ClientResponse response = new ClientResponse(new Status(answer.status()), request);
    answer.headers().map().forEach((name, values) -> response.getHeaders().put(name, values));
    response.setEntityStream(new ByteArrayInputStream(answer.body()));
    return response;
  }

  @Override
  public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
    throw new UnsupportedOperationException("the adapter makes one call after the other");
  }

  @Override
  public String getName() {
    return "Countersign";
  }

  @Override
  public void close() {
    // The JDK's client holds nothing that must be closed.
  }

  private record Status(int code) implements Response.StatusType {
    @Override
    public int getStatusCode() {
      return code;
    }

    @Override
    public Response.Status.Family getFamily() {
      return Response.Status.Family.familyOf(code);
    }

    @Override
    public String getReasonPhrase() {
      return "";
    }
  }
}
