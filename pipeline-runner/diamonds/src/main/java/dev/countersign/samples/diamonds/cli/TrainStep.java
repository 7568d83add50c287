package dev.countersign.samples.diamonds.cli;

import dev.countersign.samples.diamonds.csv.DiamondsCsv;
import dev.countersign.samples.diamonds.xgboost.PriceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the candidate. */
@Command(name = "train", description = "Trains a model.")
final class TrainStep implements Callable<Integer> {
  @Option(names = "--train", required = true, description = "The training rows.")
  private Path train = Path.of("");

  @Option(names = "--model", required = true, description = "The folder the model goes to.")
  private Path model = Path.of("");

  @Mixin private TrainingOptions options = new TrainingOptions();

  @Override
  public Integer call() throws IOException {
    PriceModel.train(DiamondsCsv.read(train), options.training()).save(model);
    return 0;
  }
}
