package dev.countersign.bot.cli.command;

import dev.countersign.bot.chat.events.DeployEvents;
import dev.countersign.bot.cli.Console;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.forge.DeploymentSignals;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.deploy.DeployListener;
import dev.countersign.ci.deploy.DeployPlan;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.ci.deploy.DeployStep;
import dev.countersign.ci.deploy.Deployer;
import dev.countersign.ci.deploy.LineTarget;
import dev.countersign.ci.deploy.TrustPolicy;
import dev.countersign.modelrefs.value.WireName;
import picocli.CommandLine.Option;

/** What {@code deploy} and {@code reconcile} have in common. */
final class DeployOptions {
  @Option(names = "--dry-run", description = "Print what would be done; change nothing.")
  private boolean dryRun;

  @Option(
      names = "--trust-local",
      description = "Deploy to targets beyond this machine on self-asserted approvals.")
  private boolean trustLocal;

  Deployer deployer(Session session, Console console) {
    return new Deploying(session)
        .deployer(
            new TrustPolicy(session.identitiesAttested(), trustLocal),
            step -> console.tell("  " + WireName.words(step)));
  }

  Result finish(Session session, Deployer deployer, DeployPlan plan, Console console) {
    if (dryRun) {
      return DeployPlanView.of(plan);
    }
    DeployReport report = deployer.execute(plan, new Progress(console));
    Result result = DeployReportView.of(report);
    new DeploymentSignals(session.signals(), session.branch())
        .show(report)
        .forEach(warning -> console.tell("warning: " + warning));
    new ChatReport(session, console)
        .tell(() -> new DeployEvents(session.git()).of(report), result.data());
    return result;
  }

  /** Tells people each step as it begins. */
  private record Progress(Console console) implements DeployListener {
    @Override
    public void before(DeployStep step, LineTarget place) {
      console.tell("%s: %s".formatted(place, step == DeployStep.APPLY ? "deploying" : "recording"));
    }

    @Override
    public void after(DeployStep step, LineTarget place) {
      // The report says what came of it.
    }
  }
}
