package dev.countersign.bot.wiring.checkup;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.git.RemoteAbilities;
import java.util.ArrayList;
import java.util.List;

/** Looks at the repository and at the configuration on its protected branch. */
final class RepositoryChecks {
  private static final String GIT = "git";

  private final Session session;
  private final FailureFindings failures;

  RepositoryChecks(Session session, FailureFindings failures) {
    this.session = session;
    this.failures = failures;
  }

  /**
   * @param mayPush whether the forge left it open that this login may push
   */
  List<Finding> findings(Attempt<BotConfig> config, boolean mayPush) {
    List<Finding> findings = new ArrayList<>();
    if (session.isReachedInTheOpen()) {
      findings.add(
          Finding.warn(
              GIT,
              "the repository is reached by http, so whoever listens learns the token",
              "name it by https in --repository"));
    }
    Attempt<RemoteAbilities> abilities = Attempt.at(session::abilities);
    abilities.failure().map(why -> failures.of(GIT, why)).ifPresent(findings::add);
    abilities.value().ifPresent(found -> findings.addAll(abilities(found, mayPush)));
    if (abilities.value().isPresent()) {
      config.value().ifPresent(found -> findings.addAll(configuration(found)));
      config.failure().map(why -> failures.of("configuration", why)).ifPresent(findings::add);
    }
    return findings;
  }

  private List<Finding> abilities(RemoteAbilities found, boolean mayPush) {
    List<Finding> findings = new ArrayList<>();
    String fetched = "branch \"%s\" can be fetched".formatted(session.branch());
    findings.add(
        Finding.ok(GIT, found.takesPushes() ? fetched + ", and pushes are taken" : fetched));
    if (!found.leavesFilesOut()) {
      findings.add(
          Finding.warn(
              GIT,
              "the server serves no partial clones, so every command brings all files",
              "have the server run git config uploadpack.allowFilter true and"
                  + " uploadpack.allowAnySHA1InWant true"));
    }
    if (mayPush && !found.takesPushes()) {
      findings.add(
          Finding.fail(
              ExitCode.ACCESS_DENIED,
              GIT,
              "the server takes no push from this login",
              "give the token the right to write the repository's contents"));
    }
    return findings;
  }

  private static List<Finding> configuration(BotConfig config) {
    List<Finding> findings = new ArrayList<>();
    config.notServed().stream()
        .map(key -> Finding.warn("configuration", key, "take the key out of " + BotConfig.PATH))
        .forEach(findings::add);
    findings.add(
        0,
        Finding.ok(
            "configuration",
            "%s is valid; lines: %s"
                .formatted(
                    BotConfig.PATH,
                    config.lines().stream().map(Object::toString).sorted().toList())));
    return findings;
  }
}
