package dev.countersign.bot.wiring.checkup;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.identity.CiJob;
import dev.countersign.bot.identity.CiPlatform;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.run.Launcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what only the proposing job needs: the bot's key and who launched the job. */
final class ProposerChecks {
  private static final String LAUNCHER = "launcher";

  private final Session session;
  private final Map<String, String> environment;
  private final FailureFindings failures;

  ProposerChecks(Session session, Map<String, String> environment, FailureFindings failures) {
    this.session = session;
    this.environment = environment;
    this.failures = failures;
  }

  List<Finding> findings(BotConfig config) {
    List<Finding> findings = new ArrayList<>();
    findings.add(key(config));
    launcher(config).ifPresent(findings::add);
    return findings;
  }

  private Finding key(BotConfig config) {
    Attempt<Boolean> known =
        Attempt.at(
            () -> {
              session.requireBotKey(config);
              return true;
            });
    return known
        .failure()
        .map(why -> failures.of("signing key", why))
        .orElseGet(() -> Finding.ok("signing key", "is one of the bot's, by " + BotConfig.PATH));
  }

  private Optional<Finding> launcher(BotConfig config) {
    boolean demanded =
        config.models().stream()
            .flatMap(model -> model.environments().stream())
            .anyMatch(each -> each.rules().launcher() == LauncherRule.ATTESTED);
    Optional<CiJob> job = CiJob.of(environment);
    if (job.isEmpty()) {
      return demanded
          ? Optional.of(
              Finding.warn(
                  LAUNCHER,
                  "has to be attested, which shows in a CI job only",
                  "run countersign doctor in the proposing job, too"))
          : Optional.empty();
    }
    return Optional.of(inCi(job.get().platform(), demanded));
  }

  private Finding inCi(CiPlatform platform, boolean demanded) {
    Attempt<Optional<CiIdentity>> identity = Attempt.at(() -> session.jobIdentity(environment));
    if (identity.failure().isPresent()) {
      return failures.of(LAUNCHER, identity.failure().get());
    }
    Optional<Launcher> launcher = identity.value().orElseThrow().map(CiIdentity::launcher);
    String who = launcher.map(Launcher::login).orElse("nobody is named");
    if (launcher.filter(Launcher::attested).isPresent()) {
      return Finding.ok(LAUNCHER, who + ", attested by the CI");
    }
    String what = who + ", and the CI attests it to nobody";
    return demanded
        ? Finding.fail(ExitCode.ACCESS_DENIED, LAUNCHER, what, identityToken(platform))
        : Finding.warn(LAUNCHER, what, identityToken(platform));
  }

  private static String identityToken(CiPlatform platform) {
    return switch (platform) {
      case GITLAB -> "give the job id_tokens: {COUNTERSIGN_ID_TOKEN: {aud: countersign}}";
      case GITHUB -> "give the job permissions: {id-token: write}";
    };
  }
}
