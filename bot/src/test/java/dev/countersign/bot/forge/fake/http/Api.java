package dev.countersign.bot.forge.fake.http;

import dev.countersign.bot.forge.fake.Token;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * The API below one path. Identifies, orders faults, answers one request at a time, and keeps the
 * journal.
 */
public final class Api {
  private static final String DONE = "answered";

  private final RoutesConfig routes;
  private final String prefix;
  private final Wire wire;
  private final Dialect dialect;

  /**
   * @param prefix before every path, such as {@code /gitlab/api/v4}; may be empty
   */
  public Api(RoutesConfig routes, String prefix, Wire wire, Dialect dialect) {
    this.routes = routes;
    this.prefix = prefix;
    this.wire = wire;
    this.dialect = dialect;
    routes.error(HttpStatus.NOT_FOUND, this::unknown);
  }

  public void get(String path, Endpoint endpoint) {
    on(HandlerType.GET, path, endpoint);
  }

  public void post(String path, Endpoint endpoint) {
    on(HandlerType.POST, path, endpoint);
  }

  public void put(String path, Endpoint endpoint) {
    on(HandlerType.PUT, path, endpoint);
  }

  public void patch(String path, Endpoint endpoint) {
    on(HandlerType.PATCH, path, endpoint);
  }

  public void delete(String path, Endpoint endpoint) {
    on(HandlerType.DELETE, path, endpoint);
  }

  private void on(HandlerType method, String path, Endpoint endpoint) {
    routes.addHttpHandler(method, prefix + path, context -> handle(context, endpoint));
  }

  private void handle(Context context, Endpoint endpoint) {
    Request request = new Request(context);
    Answer answer = wire.forge().oneAtATime(() -> answer(request, endpoint));
    send(context, request, answer, true);
  }

  private Answer answer(Request request, Endpoint endpoint) {
    Optional<Answer> fault = wire.faults().take(request, false);
    if (fault.isPresent()) {
      return fault.get();
    }
    Answer answer = dialect.finish(request, done(request, endpoint));
    return wire.faults().take(request, true).orElse(answer);
  }

  private Answer done(Request request, Endpoint endpoint) {
    try {
      request.identify(dialect.identify(request));
      if (request.mutates()) {
        wire.forge().pass();
      }
      wire.forge().mergeRequests().refresh();
      return endpoint.answer(request);
    } catch (ApiError e) {
      return e.answer();
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  /** A defect of the fake: told to whoever asked, so that the test that failed shows it. */
  private static Answer broken(RuntimeException e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return Answer.json(500, Json.object().put("message", trace.toString()).node());
  }

  private void unknown(Context context) {
    if (context.attribute(DONE) == null) {
      Request request = new Request(context);
      send(context, request, dialect.finish(request, dialect.unknown(request)), false);
    }
  }

  private void send(Context context, Request request, Answer answer, boolean known) {
    context.attribute(DONE, true);
    wire.journal()
        .add(
            new Journal.Call(
                request.method(),
                request.rawPath(),
                request.query(),
                answer.status(),
                request.token().map(Token::owner).map(owner -> owner.login()).orElse(""),
                request.mutates(),
                known));
    answer.headers().forEach(context::header);
    context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }
}
