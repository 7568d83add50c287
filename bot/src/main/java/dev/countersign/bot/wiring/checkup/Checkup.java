package dev.countersign.bot.wiring.checkup;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.doctor.ForgeCase;
import dev.countersign.bot.doctor.ForgeExamination;
import dev.countersign.bot.doctor.Job;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at a whole set-up with the login of one job. */
public final class Checkup {
  private final Session session;
  private final Job job;
  private final Map<String, String> environment;
  private final FailureFindings failures;

  /**
   * @param environment the process's variables, where secrets and the CI's identity are found
   */
  public Checkup(
      Session session, Job job, Map<String, String> environment, FailureFindings failures) {
    this.session = session;
    this.job = job;
    this.environment = Map.copyOf(environment);
    this.failures = failures;
  }

  /** Everything that there is to say, in the order in which it is mended. */
  public List<Finding> findings() {
    Attempt<BotConfig> config = Attempt.at(session::config);
    ForgeCase examined =
        new ForgeCase(job, session.branch(), config.value(), session.clock().instant());
    Attempt<ForgeFacts> forge =
        Attempt.at(() -> session.inspection().inspect(examined.questions()));
    if (forge.failure().isPresent()) {
      return failed(forge.failure().get());
    }
    ForgeFacts facts = forge.value().orElseThrow();
    List<Finding> findings = new ArrayList<>(new ForgeExamination(facts, examined).findings());
    findings.addAll(
        new RepositoryChecks(session, failures)
            .findings(config, !facts.right(ForgeRight.PUSH).isDenied()));
    config.value().map(this::setUp).ifPresent(findings::addAll);
    return List.copyOf(findings);
  }

  /** A clock that is wrong makes tokens look expired, so it is named before the refusal. */
  private List<Finding> failed(CountersignException failure) {
    List<Finding> findings = new ArrayList<>();
    RemoteFailure.behind(failure)
        .flatMap(RemoteFailure::sentAt)
        .map(there -> Duration.between(there, session.clock().instant()))
        .map(ForgeExamination::clock)
        .filter(clock -> clock.level() != Finding.Level.OK)
        .ifPresent(findings::add);
    findings.add(failures.of("forge", failure));
    return findings;
  }

  private List<Finding> setUp(BotConfig config) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new StoreChecks(config.stores(), job).findings());
    if (job == Job.PROPOSE) {
      findings.addAll(new ProposerChecks(session, environment, failures).findings(config));
    } else {
      findings.addAll(new DeployerChecks(session, failures).findings(config));
    }
    findings.addAll(new ChatChecks(environment, failures).findings(config));
    return findings;
  }
}
