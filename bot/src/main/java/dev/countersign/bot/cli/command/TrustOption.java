package dev.countersign.bot.cli.command;

import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.deploy.TrustPolicy;
import picocli.CommandLine.Option;

/** How far approvals are trusted that nobody but the local forge knows of. */
final class TrustOption {
  @Option(
      names = "--trust-local",
      description = "Deploy to targets beyond this machine on self-asserted approvals.")
  private boolean trustLocal;

  TrustPolicy policy(Session session) {
    return new TrustPolicy(session.identitiesAttested(), trustLocal);
  }
}
