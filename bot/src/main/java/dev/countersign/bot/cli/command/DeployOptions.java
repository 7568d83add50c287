package dev.countersign.bot.cli.command;

import dev.countersign.bot.chat.events.DeployEvents;
import dev.countersign.bot.cli.Console;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.deploy.DeployPlan;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.ci.deploy.Deployer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code deploy} and {@code reconcile} have in common. */
final class DeployOptions {
  @Option(names = "--dry-run", description = "Print what would be done; change nothing.")
  private boolean dryRun;

  @Mixin private TrustOption trust = new TrustOption();

  Deployer deployer(Session session, Console console) {
    return new DeployJob(session, console).deployer(trust.policy(session));
  }

  Result finish(Session session, Deployer deployer, DeployPlan plan, Console console) {
    if (dryRun) {
      return DeployPlanView.of(plan);
    }
    DeployReport report = new DeployJob(session, console).execute(deployer, plan);
    Result result = DeployReportView.of(report);
    new ChatReport(session, console)
        .tell(() -> new DeployEvents(session.git()).of(report), result.data());
    return result;
  }
}
