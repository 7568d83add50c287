package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.Console;
import dev.countersign.bot.cli.GlobalOptions;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.run.Launcher;
import java.util.Optional;

/** Who proposes: whoever stands behind the CI job, or whom the command line names. */
final class ProposingPerson {
  private ProposingPerson() {}

  static Optional<CiIdentity> of(Session session, Console console, GlobalOptions options) {
    return session
        .jobIdentity(console.environment())
        .or(() -> options.actor().map(Launcher::selfAsserted).map(CiIdentity::of));
  }
}
