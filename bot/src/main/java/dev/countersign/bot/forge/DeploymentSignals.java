package dev.countersign.bot.forge;

import dev.countersign.ci.deploy.DeployOutcome;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what a deploy came to among the forge's deployments. Evidence is in the log, not here. */
public final class DeploymentSignals {
  private final Optional<ForgeSignals> signals;
  private final String branch;

  /**
   * @param signals empty on a forge that has none
   * @param branch the protected branch
   */
  public DeploymentSignals(Optional<ForgeSignals> signals, String branch) {
    this.signals = signals;
    this.branch = branch;
  }

  /**
   * Shows a report. A forge that is away or refuses costs the entry, not the deployment.
   *
   * @return what could not be shown, one sentence each
   */
  public List<String> show(DeployReport report) {
    List<String> warnings = new ArrayList<>();
    signals.ifPresent(
        forge -> entries(report).forEach(entry -> attempt(warnings, () -> forge.deployed(entry))));
    return List.copyOf(warnings);
  }

  /** One entry for each target that took a release, or that something stopped from taking it. */
  private List<ForgeDeployment> entries(DeployReport report) {
    return report.outcomes().stream()
        .filter(outcome -> outcome.target().isPresent())
        .flatMap(outcome -> entry(report, outcome).stream())
        .toList();
  }

  private Optional<ForgeDeployment> entry(DeployReport report, DeployOutcome outcome) {
    if (outcome instanceof DeployOutcome.Deployed deployed) {
      return Optional.of(entry(outcome, deployed.commit(), true));
    }
    return outcome.code().isPresent()
        ? Optional.of(entry(outcome, report.commit(), false))
        : Optional.empty();
  }

  private ForgeDeployment entry(DeployOutcome outcome, CommitId commit, boolean succeeded) {
    return new ForgeDeployment(
        environment(outcome), commit, branch, succeeded, outcome.explanation(), Optional.empty());
  }

  private static String environment(DeployOutcome outcome) {
    return outcome.line() + outcome.target().map(target -> "/" + target).orElse("");
  }

  private static void attempt(List<String> warnings, Runnable call) {
    try {
      call.run();
    } catch (CountersignException e) {
      warnings.add("the deployment is not listed on the forge: " + e.explanation());
    }
  }
}
