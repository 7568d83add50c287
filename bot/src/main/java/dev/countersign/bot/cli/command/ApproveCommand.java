package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.Decision;
import dev.countersign.bot.wiring.Deciding;
import dev.countersign.bot.wiring.Session;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code approve}: records an approval on the local forge. */
@Command(
    name = "approve",
    description = "Approve a merge request of the local forge, for the head as it is now.")
public final class ApproveCommand extends BotCommand {
  @Mixin private RequestArgument argument = new RequestArgument();

  @Option(
      names = "--simulated",
      description = "Record that this approval was given in another identity's name.")
  private boolean simulated;

  @Option(
      names = "--checksum",
      paramLabel = "PREFIX",
      description =
          "The first 8 or more digits of the reference's checksum; asked for where the environment"
              + " says approveBy: checksum.")
  private Optional<String> checksum = Optional.empty();

  @Override
  protected Result execute() {
    try (Session session = open()) {
      MergeRequest found = argument.find(session);
      Decision decision = argument.decision(session, found);
      checksum.ifPresent(prefix -> NamedChecksum.require(session.git(), found, decision, prefix));
      MergeRequest approved = session.desk().approve(decision, simulated, checksum.isPresent());
      Standing standing = Standing.ofApproval(session, Standing.judge(session, approved));
      ObjectNode data = standing.in(RequestData.of(approved));
      new ChatReport(session, console())
          .tell(() -> Deciding.events(session).approved(approved, session.actor().login()), data);
      return Result.done(
          data,
          "%s approved merge request %d%s%s"
              .formatted(
                  session.actor(),
                  approved.number(),
                  simulated ? " (simulated)" : "",
                  standing.text()));
    }
  }
}
