package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.Console;
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

/** Deploys within one command, and shows the forge what came of it. */
final class DeployJob {
  private final Session session;
  private final Console console;

  DeployJob(Session session, Console console) {
    this.session = session;
    this.console = console;
  }

  Deployer deployer(TrustPolicy trust) {
    return new Deploying(session)
        .deployer(trust, step -> console.tell("  " + WireName.words(step)));
  }

  DeployReport execute(Deployer deployer, DeployPlan plan) {
    DeployReport report = deployer.execute(plan, new Progress(console));
    new DeploymentSignals(session.signals(), session.branch())
        .show(report)
        .forEach(warning -> console.tell("warning: " + warning));
    return report;
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
