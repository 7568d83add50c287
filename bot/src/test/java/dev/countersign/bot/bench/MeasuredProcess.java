package dev.countersign.bot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process that ran to its end, with what it took.
 *
 * @param seconds from its start to its end
 * @param peakMebibytes the most memory that was resident, as the kernel of Linux counts it
 */
record MeasuredProcess(double seconds, double peakMebibytes) {
  private static final String PEAK = "VmHWM:";

  /**
   * @throws IllegalStateException if it does not end with one of the exit codes, with its output
   */
  static MeasuredProcess run(List<String> command, Map<String, String> variables, List<Integer> ok)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("countersign-bench-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    long start = System.nanoTime();
    Process process = builder.start();
    double peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peak(process.pid()));
      Thread.sleep(5);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!ok.contains(process.exitValue())) {
      throw new IllegalStateException(
          command + " ended with " + process.exitValue() + ":\n" + Files.readString(output));
    }
    Files.delete(output);
    return new MeasuredProcess(seconds, peak);
  }

  /** The kernel's own mark of the peak so far; 0 where the process has just ended. */
  private static double peak(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
