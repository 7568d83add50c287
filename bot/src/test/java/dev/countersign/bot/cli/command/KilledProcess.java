package dev.countersign.bot.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines in processes of their own that do not live to the end. */
final class KilledProcess {
  private final CommandBench bench;

  KilledProcess(CommandBench bench) {
    this.bench = bench;
  }

  /**
   * Runs a command that halts itself; see {@link KilledCommand}.
   *
   * @return its exit code
   */
  int run(String when, String... command) throws IOException, InterruptedException {
    return builder(when, command).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  /**
   * Runs a command and sends it SIGKILL when it has told people a line.
   *
   * @return its exit code
   */
  int kill(String line, String... command) throws IOException, InterruptedException {
    Process process = builder("never", command).start();
    try (var told = process.errorReader()) {
      String next = told.readLine();
      while (next != null && !next.endsWith(line)) {
        next = told.readLine();
      }
    }
    process.destroyForcibly();
    return process.waitFor();
  }

  private ProcessBuilder builder(String when, String... command) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    argv.add("-Djava.awt.headless=true");
    argv.addAll(List.of("-cp", System.getProperty("java.class.path")));
    argv.addAll(List.of(KilledCommand.class.getName(), when));
    argv.addAll(bench.connected(command));
    return new ProcessBuilder(argv).redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }
}
