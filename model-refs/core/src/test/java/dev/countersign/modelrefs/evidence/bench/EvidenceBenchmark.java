package dev.countersign.modelrefs.evidence.bench;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.Evaluator;
import dev.countersign.modelrefs.evidence.Requests;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Reads and evaluates a predictions file of a million rows, with a baseline and twelve slices, and
 * prints how long each part took. How to run it, and with what result, is in {@code
 * model-refs/docs/evidence-benchmark.md}.
 */
public final class EvidenceBenchmark {
  private static final int ROUNDS = 3;

  private EvidenceBenchmark() {}

  /** Arguments: {@code [ROWS [TASK [FILE]]]}, by default 1000000, regression and a passing file. */
  public static void main(String[] arguments) throws IOException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Task task =
        arguments.length > 1
            ? Task.valueOf(arguments[1].toUpperCase(Locale.ROOT))
            : Task.REGRESSION;
    boolean keep = arguments.length > 2;
    Path file = keep ? Path.of(arguments[2]) : Files.createTempFile("predictions", ".csv.gz");
    try {
      BenchmarkRows.write(file, rows, task);
      System.out.printf(
          Locale.ROOT, "%d rows, %s, %d MB compressed%n", rows, task, Files.size(file) >> 20);
      for (int round = 1; round <= ROUNDS; round++) {
        round(file, task, round);
      }
    } finally {
      if (!keep) {
        Files.delete(file);
      }
    }
  }

  private static void round(Path file, Task task, int round) throws IOException {
    double startCpu = processorSeconds();
    long start = System.nanoTime();
    Predictions predictions;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      predictions = PredictionsCsv.read(in, file.toString(), task);
    }
    long read = System.nanoTime();
    String metric = task == Task.REGRESSION ? "rmse" : "auc";
    Evaluation evaluation =
        Evaluator.evaluate(
            Requests.of(
                predictions,
                Requests.gate(GateKind.SUPERIOR, metric, 0.01),
                Requests.slices(metric, 0.05)));
    long end = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "round %d: read %.2f s, evaluate %.2f s, together %.2f s (processors: %.2f s); %s; %s; %d metrics%n",
        round,
        (read - start) / 1e9,
        (end - read) / 1e9,
        (end - start) / 1e9,
        processorSeconds() - startCpu,
        evaluation.verdict(),
        evaluation.statistics().method(),
        evaluation.metrics().size());
  }

  /** What this process has used of all processors so far; tells load by others from our own. */
  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }
}
