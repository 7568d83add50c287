package dev.countersign.samples.diamonds.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.samples.diamonds.csv.DiamondsCsv;
import dev.countersign.samples.diamonds.data.Diamond;
import dev.countersign.samples.diamonds.evaluation.Measured;
import dev.countersign.samples.diamonds.evaluation.StepReportJson;
import dev.countersign.samples.diamonds.model.Training;
import dev.countersign.samples.diamonds.xgboost.PriceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the candidate and writes the step report. */
@Command(name = "evaluate", description = "Measures the model and reports.")
final class EvaluateStep implements Callable<Integer> {
  @Option(names = "--model", required = true, description = "The candidate's folder.")
  private Path model = Path.of("");

  @Option(names = "--train", required = true, description = "The training rows.")
  private Path train = Path.of("");

  @Option(names = "--test", required = true, description = "The test rows.")
  private Path test = Path.of("");

  @Option(names = "--source", required = true, description = "What the load step noted.")
  private Path source = Path.of("");

  @Option(names = "--unloadable", required = true, description = "What the predict step noted.")
  private Path unloadable = Path.of("");

  @Option(names = "--bump", required = true, description = "patch, minor or major.")
  private String bump = "";

  @Option(names = "--report", required = true, description = "Where the report goes.")
  private Path report = Path.of("");

  @Mixin private TrainingOptions options = new TrainingOptions();

  @Override
  public Integer call() throws IOException {
    PriceModel candidate = PriceModel.load(model);
    List<Diamond> trained = DiamondsCsv.read(train);
    Training training = options.training();
    Measured measured = Measured.of(candidate, trained, DiamondsCsv.read(test), training);
    Files.write(
        report,
        new StepReportJson(measured, candidate.importance())
            .bytes(json(source), json(unloadable), bump, training.seed()));
    return 0;
  }

  private static JsonNode json(Path file) throws IOException {
    return StrictJson.read(Files.readAllBytes(file), file.toString());
  }
}
