package dev.countersign.bot.wiring.checkup;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.TargetFactory;
import dev.countersign.ci.target.TargetSpec;
import java.util.ArrayList;
import java.util.List;

/** Looks at what only the deploying job needs: the targets, and no key of the bot. */
final class DeployerChecks {
  private final Session session;
  private final FailureFindings failures;
  private final TargetFactory targets = new TargetFactory(step -> {});

  DeployerChecks(Session session, FailureFindings failures) {
    this.session = session;
    this.failures = failures;
  }

  List<Finding> findings(BotConfig config) {
    List<Finding> findings = new ArrayList<>();
    if (session.hasKey()) {
      findings.add(
          Finding.warn(
              "signing key",
              "is given to the deploying job, which needs none",
              "give it to the proposing job only"));
    }
    List<TargetSpec> all =
        config.models().stream()
            .flatMap(model -> model.environments().stream())
            .flatMap(environment -> environment.targets().stream())
            .distinct()
            .toList();
    if (all.isEmpty()) {
      findings.add(Finding.ok("targets", "none: whatever serves a model fetches it by itself"));
    }
    all.stream().map(this::target).forEach(findings::add);
    return findings;
  }

  private Finding target(TargetSpec target) {
    String subject = "target " + target.name();
    return Attempt.at(() -> targets.of(target))
        .failure()
        .map(why -> failures.of(subject, why))
        .orElseGet(() -> Finding.ok(subject, "its settings are those of a " + target.kind()));
  }
}
