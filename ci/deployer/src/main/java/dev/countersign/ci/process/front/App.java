package dev.countersign.ci.process.front;

import dev.countersign.ci.process.control.AppRecord;
import dev.countersign.ci.process.control.AppRole;
import dev.countersign.ci.process.control.AppStatus;
import dev.countersign.ci.process.control.ProcessIdentity;
import dev.countersign.ci.process.control.StartRequest;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running app process: a child of this front, or one adopted from the front before it. */
final class App {
  private static final File NOTHING = new File("/dev/null");
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ProcessHandle handle;
  private final Optional<Process> child;
  private final Upstream upstream;
  private final AppRecord record;

  private App(ProcessHandle handle, Optional<Process> child, AppRecord record) {
    this.handle = handle;
    this.child = child;
    this.record = record;
    this.upstream = new Upstream(record.port());
  }

  /** Starts an app as a candidate. */
  static App start(StartRequest request) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(request.argv());
    builder.environment().clear();
    builder.environment().putAll(request.environment());
    File log = new File(request.log());
    Process process =
        builder
            .directory(new File(request.directory()))
            .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    ProcessHandle handle = process.toHandle();
    AppRecord record =
        new AppRecord(
            request.id(),
            ProcessIdentity.of(handle),
            request.port(),
            request.digest(),
            request.drainMillis(),
            AppRole.CANDIDATE);
    return new App(handle, Optional.of(process), record);
  }

  /** The app that a front before this one started, if it still runs. */
  static Optional<App> adopt(AppRecord record) {
    return record.process().find().map(handle -> new App(handle, Optional.empty(), record));
  }

  String id() {
    return record.id();
  }

  AppRecord as(AppRole role) {
    return record.as(role);
  }

  Upstream upstream() {
    return upstream;
  }

  AppStatus status(AppRole role) {
    boolean alive = handle.isAlive();
    return new AppStatus(record.as(role), alive, alive ? "" : end());
  }

  private String end() {
    return child.map(process -> "exit code " + process.exitValue()).orElse("exit code unknown");
  }

  /** Waits for its last answers, then stops it. */
  void drainAndStop() throws InterruptedException {
    upstream.retire(Duration.ofMillis(record.drainMillis()));
    stop();
  }

  /** Asks it to end, and ends it if it does not. */
  void stop() throws InterruptedException {
    handle.destroy();
    if (!endsWithin(GRACE)) {
      handle.destroyForcibly();
      endsWithin(GRACE);
    }
  }

  private boolean endsWithin(Duration patience) throws InterruptedException {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process failed", e);
    }
  }
}
