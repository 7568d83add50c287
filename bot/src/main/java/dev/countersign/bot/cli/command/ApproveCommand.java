package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code approve}: records an approval on the local forge. */
@Command(
    name = "approve",
    description = "Approve a merge request of the local forge, for the head as it is now.")
public final class ApproveCommand extends BotCommand {
  @Mixin private RequestArgument argument = new RequestArgument();

  @Option(
      names = "--simulated",
      description = "Record that this approval was given in another identity's name.")
  private boolean simulated;

  /** Whoever is not nominated may approve, but should know that it does not count. */
  private static String doubt(Session session, MergeRequest request) {
    List<String> approvers =
        ModelEnvironment.ofBranch(request.text().source())
            .flatMap(line -> session.config().line(line))
            .map(EnvironmentConfig::approvers)
            .orElse(List.of());
    return approvers.stream().anyMatch(session.actor().login()::equalsIgnoreCase)
        ? ""
        : "; it does not count, because these are the approvers: " + String.join(", ", approvers);
  }

  @Override
  protected Result execute() {
    try (Session session = open()) {
      MergeRequest found = argument.find(session);
      MergeRequest approved = session.desk().approve(argument.decision(session, found), simulated);
      return Result.done(
          RequestData.of(approved),
          "%s approved merge request %d%s%s"
              .formatted(
                  session.actor(),
                  approved.number(),
                  simulated ? " (simulated)" : "",
                  doubt(session, approved)));
    }
  }
}
