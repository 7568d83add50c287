package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.events.ProposalEvents;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.propose.Proposal;
import dev.countersign.bot.propose.ProposalListener;
import dev.countersign.bot.propose.RollbackProposer;
import dev.countersign.bot.wiring.Proposing;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.reference.ReferenceRules;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollback}: proposes to go back to an earlier version. */
@Command(
    name = "rollback",
    description = "Propose to go back to an earlier version; takes over the open merge request.")
public final class RollbackCommand extends BotCommand {
  @Mixin private LineArgument argument = new LineArgument();

  @Option(names = "--to", required = true, paramLabel = "VERSION", description = "The version.")
  private String version = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Option(
      names = "--change-request",
      paramLabel = "ID",
      description = "The change ticket; recorded in the reference.")
  private Optional<String> changeRequest = Optional.empty();

  @Override
  protected Result execute() {
    try (Session session = open()) {
      session.config().named(argument.line());
      session.requireBotKey(session.config());
      Proposal proposal =
          new Proposing(session)
              .rollbacks(argument.line().model(), ProposalListener.NONE)
              .propose(
                  argument.line(),
                  new RollbackProposer.Request(
                      Arguments.read(version, ModelVersion::parse),
                      new ReferenceRules.Withdrawn(reason, requester(session)),
                      changeRequest),
                  session.clock().instant());
      ObjectNode data = ProposalView.data(proposal);
      new ChatReport(session, console())
          .tell(
              () ->
                  ProposalEvents.ofRollback(
                      proposal, session.config(), session.git(), session.tip()),
              data);
      return new Result(proposal.plan().outcome().exit(), data, ProposalView.text(proposal, false));
    }
  }

  /** Who asks for it cannot approve it; where nobody is known, one more has to. */
  private Optional<Launcher> requester(Session session) {
    return session
        .jobIdentity(console().environment())
        .map(CiIdentity::launcher)
        .or(() -> options().actor().map(Launcher::selfAsserted));
  }
}
