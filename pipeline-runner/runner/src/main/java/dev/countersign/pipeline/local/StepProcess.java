package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One attempt of a step as a process.
 *
 * @param argv program and arguments; no shell reads them
 * @param environment all variables the process gets
 * @param folder its working directory
 * @param log where its output and errors go
 */
record StepProcess(
    String step,
    List<String> argv,
    Map<String, String> environment,
    Path folder,
    Path log,
    Duration timeout) {
  /** How the JDK words ENOENT: {@code error=2} up to 21, {@code error: 2} after. */
  private static final Pattern NO_SUCH_FILE = Pattern.compile("error[=:] ?2\\b");

  /**
   * Runs to the end.
   *
   * @throws CountersignException {@code TRAINING_FAILED}, {@code TIMED_OUT}, {@code
   *     ENVIRONMENT_UNAVAILABLE}, {@code INTERRUPTED}; the process has ended then
   */
  void run(LiveProcesses processes) {
    Process process = start();
    processes.add(process);
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CountersignException(
            ErrorCode.TIMED_OUT,
            "step \"%s\" did not end within %d s%s"
                .formatted(step, timeout.toSeconds(), LogTail.of(log)));
      }
      check(process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(
          ErrorCode.INTERRUPTED, "step \"%s\" was interrupted".formatted(step), e);
    } finally {
      if (process.isAlive()) {
        ProcessTree.kill(process);
      }
      processes.remove(process);
    }
  }

  private Process start() {
    ProcessBuilder builder =
        new ProcessBuilder(argv)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw notStarted(e);
    }
  }

  /** A program that is not there is most often mistyped; anything else is the machine's. */
  private CountersignException notStarted(IOException e) {
    boolean missing = NO_SUCH_FILE.matcher(String.valueOf(e.getMessage())).find();
    return missing
        ? new CountersignException(
            ErrorCode.CONFIGURATION_INVALID,
            "program \"%s\" of step \"%s\" was not found on this machine"
                .formatted(argv.get(0), step),
            List.of(
                new Problem(
                    "$.steps.%s.argv[0]".formatted(step),
                    "mend \"%s\", or install it; a program is looked for on the PATH, and a path with / in the step's own folder"
                        .formatted(argv.get(0)))))
        : new CountersignException(
            ErrorCode.ENVIRONMENT_UNAVAILABLE,
            "program \"%s\" of step \"%s\" cannot be started: %s"
                .formatted(argv.get(0), step, e.getMessage()),
            e);
  }

  private void check(int exit) {
    if (exit == ExitCode.UNAVAILABLE.number()) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "step \"%s\" lacks something on this machine%s".formatted(step, LogTail.of(log)));
    }
    if (exit == ExitCode.INTERRUPTED.number()) {
      throw new CountersignException(
          ErrorCode.INTERRUPTED, "step \"%s\" was interrupted".formatted(step));
    }
    if (exit != 0) {
      throw new CountersignException(
          ErrorCode.TRAINING_FAILED,
          "step \"%s\" ended with exit code %d%s".formatted(step, exit, LogTail.of(log)));
    }
  }
}
