package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.deploy.Deployer;
import dev.countersign.ci.deploy.Holds;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reconcile}: what {@code deploy} does, for the protected branch as it is now. */
@Command(
    name = "reconcile",
    description = "Bring every target to what the protected branch declares now; for schedules.")
public final class ReconcileCommand extends BotCommand {
  @Mixin private DeployOptions deploy = new DeployOptions();

  @Option(
      names = "--rebuild-log",
      description = "After the deployment log was lost: start it anew, vouched for by an approver.")
  private boolean rebuildLog;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why the log is rebuilt; required with --rebuild-log.")
  private Optional<String> reason = Optional.empty();

  @Override
  protected Result execute() {
    try (Session session = open()) {
      if (rebuildLog) {
        rebuild(session);
      }
      Deployer deployer = deploy.deployer(session, console());
      return deploy.finish(session, deployer, deployer.planReconcile(), console());
    }
  }

  private void rebuild(Session session) {
    String why =
        reason.orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.USAGE, "say why the log is rebuilt: --reason TEXT"));
    Holds holds = new Deploying(session).holds();
    for (ModelEnvironment line : session.config().lines()) {
      if (holds.rebuildLog(line, session.actor().login(), why)) {
        console().tell("%s: the log starts anew".formatted(line));
      }
    }
  }
}
