package dev.countersign.ci.process.control;

import java.util.List;
import java.util.Map;

/**
 * An app to start beside the active one.
 *
 * @param argv the program and its arguments; never a shell string
 * @param environment the whole environment of the app
 * @param directory its working folder
 * @param log file that its output is appended to
 * @param drainMillis how long it may answer its last requests when it is replaced
 */
public record StartRequest(
    String id,
    List<String> argv,
    Map<String, String> environment,
    String directory,
    String log,
    int port,
    String digest,
    long drainMillis) {
  public StartRequest {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }

  /** Without the environment, which may hold secrets that were given to the app. */
  @Override
  public String toString() {
    return "start of %s on port %d: %s".formatted(id, port, argv);
  }
}
