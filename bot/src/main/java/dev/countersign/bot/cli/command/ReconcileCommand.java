package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.deploy.Deployer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reconcile}: what {@code deploy} does, for the protected branch as it is now. */
@Command(
    name = "reconcile",
    description = "Bring every target to what the protected branch declares now; for schedules.")
public final class ReconcileCommand extends BotCommand {
  @Mixin private DeployOptions deploy = new DeployOptions();

  @Override
  protected Result execute() {
    try (Session session = open()) {
      Deployer deployer = deploy.deployer(session, console());
      return deploy.finish(deployer, deployer.planReconcile(), console());
    }
  }
}
