package dev.countersign.ci.process.front;

import dev.countersign.ci.process.control.FrontStatus;
import dev.countersign.ci.process.control.StartRequest;
import dev.countersign.ci.process.control.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The control interface of a front: {@code GET /status}, {@code POST /start}, {@code POST
 * /switch/ID}, {@code POST /stop/ID}, {@code POST /shutdown}. Each needs the token; each answers
 * the front's status after it, or {@code {"error": …}}.
 */
final class ControlHandler extends Handler.Abstract {
  private final String line;
  private final byte[] authorization;
  private final Supervisor supervisor;
  private final Runnable shutdown;

  /**
   * @param shutdown begins to end the front; returns at once
   */
  ControlHandler(String line, String token, Supervisor supervisor, Runnable shutdown) {
    this.line = line;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.supervisor = supervisor;
    this.shutdown = shutdown;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!isAuthorized(request)) {
      fail(response, callback, HttpStatus.UNAUTHORIZED_401, "the token is missing or wrong");
      return true;
    }
    try {
      act(request);
      answer(response, callback, HttpStatus.OK_200, new FrontStatus(line, supervisor.status()));
    } catch (NoSuchElementException e) {
      fail(response, callback, HttpStatus.NOT_FOUND_404, String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      fail(response, callback, HttpStatus.CONFLICT_409, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      fail(response, callback, HttpStatus.UNPROCESSABLE_ENTITY_422, String.valueOf(e.getMessage()));
    }
    return true;
  }

  private boolean isAuthorized(Request request) {
    String given =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)).orElse("");
    return MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8));
  }

  private void act(Request request) throws IOException, InterruptedException {
    List<String> path = List.of(Request.getPathInContext(request).substring(1).split("/", 2));
    String id = path.size() == 2 ? path.get(1) : "";
    switch (request.getMethod() + " " + path.get(0)) {
      case "GET status" -> {}
      case "POST start" -> supervisor.start(startRequest(request));
      case "POST switch" -> supervisor.switchTo(id);
      case "POST stop" -> supervisor.stop(id);
      case "POST shutdown" -> shutdown.run();
      default -> throw new NoSuchElementException("there is no such control command");
    }
  }

  private static StartRequest startRequest(Request request) throws IOException {
    byte[] body = Content.Source.asString(request).getBytes(StandardCharsets.UTF_8);
    return Wire.read(body, StartRequest.class)
        .orElseThrow(() -> new IllegalStateException("the body is not a start request"));
  }

  private static void fail(Response response, Callback callback, int status, String message) {
    answer(response, callback, status, Map.of("error", message));
  }

  private static void answer(Response response, Callback callback, int status, Object body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(Wire.write(body)), callback);
  }
}
