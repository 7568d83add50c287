package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.deploy.DeployPlan;
import dev.countersign.ci.deploy.Deployer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy}: the CI job step after a merge. */
@Command(
    name = "deploy",
    description =
        "Bring every target to what a merged commit declares: verify, deploy, look, record.")
public final class DeployCommand extends BotCommand {
  @Mixin private DeployOptions deploy = new DeployOptions();

  @Option(
      names = "--commit",
      required = true,
      paramLabel = "SHA",
      description = "The merged commit on the protected branch.")
  private String commit = "";

  @Override
  protected Result execute() {
    try (Session session = open()) {
      Deployer deployer = deploy.deployer(session, console());
      DeployPlan plan = deployer.plan(CommitArgument.onBranch(commit, session));
      return deploy.finish(session, deployer, plan, console());
    }
  }
}
