package dev.countersign.ci.process;

import dev.countersign.ci.process.ServedReference.Answer;
import dev.countersign.ci.process.control.AppStatus;
import dev.countersign.ci.process.control.StartRequest;
import dev.countersign.modelrefs.value.Digest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Waits for a started app: ready and serving, ended, or out of time. */
final class Readiness {
  /** How the waiting ended. */
  sealed interface Result {
    /** It is ready and says which bytes it loaded. */
    record Ready(Digest digest) implements Result {}

    /** It is not, and will not be. */
    record Failed(String reason) implements Result {}
  }

  private final FrontClient front;
  private final ServedReference served;

  Readiness(FrontClient front, ServedReference served) {
    this.front = front;
    this.served = served;
  }

  Result await(StartRequest app, Duration patience) {
    Path log = Path.of(app.log());
    return Polling.until(patience, () -> look(app, log))
        .orElseGet(
            () ->
                new Result.Failed(
                    "the app was not ready after %d s%s"
                        .formatted(patience.toSeconds(), LogTail.of(log))));
  }

  private Optional<Result> look(StartRequest app, Path log) {
    Optional<String> end =
        front.status().app(app.id()).filter(status -> !status.alive()).map(AppStatus::end);
    if (end.isPresent()) {
      return Optional.of(
          new Result.Failed(
              "the app ended with %s before it was ready%s".formatted(end.get(), LogTail.of(log))));
    }
    URI address = URI.create("http://127.0.0.1:" + app.port());
    if (!served.isReady(address)) {
      return Optional.empty();
    }
    Answer answer = served.ask(address);
    return Optional.of(
        answer instanceof Answer.Serves serves
            ? new Result.Ready(serves.digest())
            : new Result.Failed(((Answer.Silent) answer).reason() + LogTail.of(log)));
  }
}
