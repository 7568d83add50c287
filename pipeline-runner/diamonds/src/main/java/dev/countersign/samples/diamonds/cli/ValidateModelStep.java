package dev.countersign.samples.diamonds.cli;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.samples.diamonds.csv.DiamondsCsv;
import dev.countersign.samples.diamonds.csv.PredictionsFile;
import dev.countersign.samples.diamonds.data.Diamond;
import dev.countersign.samples.diamonds.xgboost.PriceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Looks whether the saved model is the one that was evaluated: read from its files, it must repeat
 * its predictions, and they must be prices.
 */
@Command(name = "validate-model", description = "Checks the saved model.")
final class ValidateModelStep implements Callable<Integer> {
  private static final double TOLERANCE_USD = 0.001;

  @Option(names = "--model", required = true, description = "The candidate's folder.")
  private Path model = Path.of("");

  @Option(names = "--test", required = true, description = "The test rows.")
  private Path test = Path.of("");

  @Option(names = "--predictions", required = true, description = "What was predicted.")
  private Path predictions = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Diamond> rows = DiamondsCsv.read(test);
    double[] expected = PredictionsFile.candidate(predictions);
    double[] actual = PriceModel.load(model).predict(rows);
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) < TOLERANCE_USD)) {
        throw new CountersignException(
            ErrorCode.INPUT_INVALID,
            "row %d: the saved model predicts %s, the evaluation saw %s"
                .formatted(i, actual[i], expected[i]));
      }
    }
    if (Arrays.stream(actual).filter(price -> price > 0).count() < 0.99 * actual.length) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "more than one row in a hundred gets a price below zero");
    }
    return 0;
  }
}
