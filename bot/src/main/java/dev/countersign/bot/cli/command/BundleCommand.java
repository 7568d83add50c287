package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.pipeline.bundle.BundleFiles;
import dev.countersign.pipeline.bundle.BundleRequest;
import dev.countersign.pipeline.bundle.BundleWriter;
import dev.countersign.pipeline.engine.RunOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bundle}: makes a run bundle from files that a training script left. */
@Command(
    name = "bundle",
    description = "Make a run bundle from the files that an existing training script left.")
public final class BundleCommand extends BotCommand {
  @Option(names = "--model", required = true, paramLabel = "NAME", description = "The model.")
  private String model = "";

  @Option(
      names = "--task",
      required = true,
      paramLabel = "TASK",
      description = "What it predicts: ${COMPLETION-CANDIDATES}.")
  private Task task = Task.REGRESSION;

  @Option(
      names = "--artifact",
      required = true,
      paramLabel = "PATH",
      description = "The trained model: a folder or a file.")
  private Path artifact = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "The artifact's format, for people; default: files.",
      defaultValue = "files")
  private String format = "files";

  @Option(
      names = "--predictions",
      required = true,
      paramLabel = "FILE",
      description = "predictions.csv or predictions.csv.gz.")
  private Path predictions = Path.of("");

  @Option(
      names = "--metrics",
      required = true,
      paramLabel = "FILE",
      description = "JSON: metric names and values, or a whole step report.")
  private Path metrics = Path.of("");

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "NAME",
      description = "How to name the evaluation rows.")
  private String dataset = "";

  @Option(
      names = "--training-rows",
      paramLabel = "FILE",
      description = "Row keys of the training set, one per line.")
  private Optional<Path> trainingRows = Optional.empty();

  @Option(names = "--plots", paramLabel = "DIR", description = "PNG pictures of the script's own.")
  private Optional<Path> plots = Optional.empty();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where the run bundle goes; must not exist.")
  private Path target = Path.of("");

  @Mixin private OriginOptions origin = new OriginOptions();

  @Override
  protected Result execute() {
    Arguments.existing("--artifact", artifact);
    Arguments.existing("--predictions", predictions);
    Arguments.existing("--metrics", metrics);
    trainingRows.ifPresent(file -> Arguments.existing("--training-rows", file));
    plots.ifPresent(folder -> Arguments.existing("--plots", folder));
    RunOrigin came = origin.origin(options(), console(), Clock.systemUTC());
    Instant finished = lastModified(predictions);
    RunInfo run =
        new RunInfo(
            came.runId(), "script", Optional.empty(), finished, finished, came.launchedBy());
    Path bundle =
        BundleWriter.write(
            target,
            new BundleRequest(
                Arguments.read(model, ModelName::new),
                task,
                run,
                came.code(),
                new BundleFiles(artifact, predictions, trainingRows, plots),
                metrics,
                dataset,
                format));
    return Result.done(
        Result.object().put("runId", came.runId()).put("bundle", bundle.toString()),
        "run bundle: " + bundle + "\nnext: countersign propose " + bundle);
  }

  /** The run finished when it wrote its predictions. */
  private static Instant lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
