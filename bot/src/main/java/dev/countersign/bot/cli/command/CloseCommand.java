package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.wiring.Deciding;
import dev.countersign.bot.wiring.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code close}: closes a merge request of the local forge, which rejects its candidate. */
@Command(
    name = "close",
    description = "Close a merge request of the local forge. Its artifact counts as rejected.")
public final class CloseCommand extends BotCommand {
  @Mixin private RequestArgument argument = new RequestArgument();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the request.")
  private String reason = "";

  @Override
  protected Result execute() {
    try (Session session = open()) {
      MergeRequest found = argument.find(session);
      MergeRequest closed = session.desk().close(argument.decision(session, found), reason);
      ObjectNode data = RequestData.of(closed);
      new ChatReport(session, console())
          .tell(
              () -> Deciding.events(session).rejected(closed, session.actor().login(), reason),
              data);
      return Result.done(
          data,
          "closed merge request %d; its artifact is rejected until propose --again"
              .formatted(closed.number()));
    }
  }
}
