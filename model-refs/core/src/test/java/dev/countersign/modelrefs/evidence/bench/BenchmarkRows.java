package dev.countersign.modelrefs.evidence.bench;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.Rows;
import dev.countersign.modelrefs.value.Digest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes a predictions file with made-up rows. */
final class BenchmarkRows {
  private static final String[] CUTS = {"Fair", "Good", "Very Good", "Premium", "Ideal"};
  private static final String[] CARATS = {"0-0.5", "0.5-1", "1-1.5", "1.5-2", "2-3", "3-4", "4+"};

  private BenchmarkRows() {}

  /** A file with a candidate, a baseline and two slice columns with twelve values together. */
  static void write(Path file, int rows, Task task) throws IOException {
    Random random = new Random(5);
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      out.write(
          "row_key,occurrence,actual,prediction,baseline:%s,slice:cut,slice:carat\n"
              .formatted(Rows.LIVE));
      for (int row = 0; row < rows; row++) {
        out.write(Digest.of(("row " + row).getBytes(StandardCharsets.UTF_8)).hex());
        out.write(task == Task.REGRESSION ? regression(random) : binary(random));
        out.write(CUTS[row % 5] + "," + CARATS[row % 7] + "\n");
      }
    }
  }

  private static String regression(Random random) {
    double actual = 300 + 18_000 * random.nextDouble();
    return String.format(
        Locale.ROOT,
        ",0,%.2f,%.4f,%.4f,",
        actual,
        actual + 500 * random.nextGaussian(),
        actual + 600 * random.nextGaussian());
  }

  private static String binary(Random random) {
    int actual = random.nextInt(10) == 0 ? 1 : 0;
    return String.format(
        Locale.ROOT,
        ",0,%d,%.6f,%.6f,",
        actual,
        probability(actual + random.nextGaussian() - 2),
        probability(actual + 1.3 * random.nextGaussian() - 2));
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
