package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.transport.Authorities;
import dev.countersign.bot.transport.HttpAnswer;
import dev.countersign.bot.transport.HttpExchange;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.RemoteCaller;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import jakarta.ws.rs.ProcessingException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;

/**
 * The SDK bound to one project, with the transport's policy around every call and failures worded
 * for people. Not thread-safe.
 */
final class GitLabConnection {
  private final GitLabSettings settings;
  private final GitLabConnector connector;
  private final GitLabApi api;
  private final RawApi raw;
  private final RemoteCaller caller;

  GitLabConnection(GitLabSettings settings, TransportSettings transport, Pacing pacing) {
    this.settings = settings;
    this.connector =
        new GitLabConnector(
            new HttpExchange(
                transport, settings.url(), settings.caFile().map(Authorities::fromPem)));
    this.api =
        new GitLabApi(
            GitLabApi.ApiVersion.V4,
            settings.url().toString(),
            settings.token().kind().sdk(),
            settings.token().secret().reveal(),
            null,
            GitLabConnectorProvider.properties(connector));
    this.raw = raw(api, settings.project());
    this.caller = new RemoteCaller(transport, pacing, this::failure);
  }

  GitLabSettings settings() {
    return settings;
  }

  /** What each of the SDK's methods wants first. */
  String project() {
    return settings.project();
  }

  GitLabApi api() {
    return api;
  }

  RawApi raw() {
    return raw;
  }

  /** When GitLab gave its last answer, by its own clock; empty if it does not say. */
  Optional<Instant> answeredAt() {
    return connector.lastAnswer().flatMap(HttpAnswer::sentAt);
  }

  /** See {@link RemoteCaller#read}. */
  <T> T read(String description, Callable<T> call) {
    return worded(() -> caller.read(description, () -> unwrapped(call)));
  }

  /** See {@link RemoteCaller#mutate}. */
  <T> T mutate(String description, Supplier<Optional<T>> lookFirst, Callable<T> call) {
    return worded(() -> caller.mutate(description, lookFirst, () -> unwrapped(call)));
  }

  /** Changes something that may be done twice without harm. */
  <T> T replace(String description, Callable<T> call) {
    return mutate(description, Optional::empty, call);
  }

  /** The HTTP status that a failure came with; 0 if it came with none. */
  static int status(CountersignException failure) {
    return RemoteFailure.behind(failure).map(RemoteFailure::status).orElse(0);
  }

  private <T> T worded(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (CountersignException e) {
      throw RemoteFailure.behind(e).map(failure -> explained(e, failure)).orElse(e);
    }
  }

  /** GitLab hides what a token may not see behind 404, and names no scope for most refusals. */
  private CountersignException explained(CountersignException e, RemoteFailure failure) {
    boolean hidden = failure.status() == 404 && failure.body().contains("Project Not Found");
    if (!hidden && e.code() != ErrorCode.ACCESS_DENIED) {
      return e;
    }
    return new CountersignException(
        ErrorCode.ACCESS_DENIED,
        "%s; project \"%s\", %s"
            .formatted(
                e.explanation(), settings.project(), AccessAdvice.of(settings.token().kind())),
        e);
  }

  private Optional<RemoteFailure> failure(Exception error) {
    Optional<RemoteFailure> known = RemoteFailure.behind(error);
    boolean unread =
        known.isEmpty()
            && (within(error, GitLabApiException.class).isPresent()
                || within(error, ProcessingException.class).isPresent());
    return unread ? connector.unreadable(error) : known;
  }

  /** What is refused before it is sent comes out of the SDK wrapped. */
  private static <T> T unwrapped(Callable<T> call) throws Exception {
    try {
      return call.call();
    } catch (GitLabApiException | RuntimeException e) {
      Optional<CountersignException> refused = within(e, CountersignException.class);
      if (refused.isPresent()) {
        throw refused.get();
      }
      throw e;
    }
  }

  private static <T> Optional<T> within(Throwable error, Class<T> kind) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return Optional.of(kind.cast(at));
      }
    }
    return Optional.empty();
  }

  private static RawApi raw(GitLabApi api, String project) {
    try {
      return new RawApi(api, project);
    } catch (GitLabApiException e) {
      throw new CountersignException(ErrorCode.BUG, "a project's path cannot be encoded", e);
    }
  }
}
