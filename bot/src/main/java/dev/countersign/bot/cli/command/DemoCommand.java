package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.demo.Demo;
import dev.countersign.bot.demo.DemoOptions;
import dev.countersign.bot.demo.DemoSummary;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the whole loop on this machine, on real data. */
@Command(
    name = "demo",
    description = "Show the whole loop on this machine, on real data; no account, no server.")
public final class DemoCommand extends BotCommand {
  @Option(names = "--yes", description = "Approve as a second identity without asking.")
  private boolean yes;

  @Option(names = "--keep", description = "Keep page and app running at the end, until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where the demo keeps its things; default: ${DEFAULT-VALUE}.",
      defaultValue = ".countersign/demo")
  private Path folder = Path.of("");

  @Option(
      names = "--page-port",
      paramLabel = "N",
      description = "Port of the review page; default: any free one.",
      defaultValue = "0")
  private int pagePort;

  @Option(
      names = "--app-port",
      paramLabel = "N",
      description = "Port of the inference app; default: any free one.",
      defaultValue = "0")
  private int appPort;

  @Override
  protected boolean usesRepository() {
    return false;
  }

  @Override
  protected Result execute() {
    Path home = Path.of(System.getProperty("countersign.home", "."));
    DemoOptions demo = new DemoOptions(folder, home, yes, keep, pagePort, appPort);
    try (Keyboard keyboard = new Keyboard(console().in(), console()::tell)) {
      DemoSummary summary =
          new Demo(demo, console()::tell, keyboard::saidYes)
              .tell(repository -> new DemoCommands(repository, demo, console()), this::toldAll);
      return result(summary);
    }
  }

  /** What is kept running ends with the process, so the summary is printed before. */
  private void toldAll(DemoSummary summary) {
    if (keep) {
      print(result(summary));
    }
  }

  private static Result result(DemoSummary summary) {
    return Result.done(summary.toJson(), closing(summary));
  }

  private static String closing(DemoSummary summary) {
    return "%d steps, %d deployments, %d requests during the redeploys, %d failed, %d s"
        .formatted(
            summary.steps().size(),
            summary.deployments().size(),
            summary.requestsSent(),
            summary.requestsFailed(),
            summary.seconds());
  }
}
