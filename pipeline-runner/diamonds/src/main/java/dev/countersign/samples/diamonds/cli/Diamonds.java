package dev.countersign.samples.diamonds.cli;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The sample's steps. */
@Command(
    name = "diamonds",
    description = "Steps of the sample pipeline that predicts prices of diamonds.",
    subcommands = {
      LoadStep.class,
      ValidateStep.class,
      SplitStep.class,
      TrainStep.class,
      PredictStep.class,
      EvaluateStep.class,
      ValidateModelStep.class
    })
public final class Diamonds {
  private Diamonds() {}

  /** Runs one step and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one step; its exit code is 0, or that of {@code countersign} for the same failure. */
  static int run(String... arguments) {
    return new CommandLine(new Diamonds())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              tell(line.getErr(), failure);
              return failure instanceof CountersignException known
                  ? known.code().exit().number()
                  : ExitCode.BUG.number();
            })
        .execute(arguments);
  }

  private static void tell(PrintWriter err, Exception failure) {
    if (failure instanceof CountersignException known) {
      err.println(known.code().label() + ": " + known.explanation());
      known.problems().forEach(problem -> err.println("  " + problem));
    } else {
      failure.printStackTrace(err);
    }
  }
}
