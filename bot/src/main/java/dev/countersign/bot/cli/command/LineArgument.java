package dev.countersign.bot.cli.command;

import dev.countersign.modelrefs.value.ModelEnvironment;
import picocli.CommandLine.Parameters;

/** Names a model in an environment. */
final class LineArgument {
  @Parameters(
      index = "0",
      paramLabel = "MODEL/ENVIRONMENT",
      description = "The model and the environment.")
  private String line = "";

  ModelEnvironment line() {
    return Arguments.line(line);
  }
}
