package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.git.log.HoldSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hold}: freezes a line; a rollback passes. */
@Command(
    name = "hold",
    description = {
      "Freeze a model in an environment; a rollback still passes.",
      "Anybody can hold, because to stop is safe; only an approver can release."
    })
public final class HoldCommand extends BotCommand {
  @Mixin private LineArgument argument = new LineArgument();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected Result execute() {
    try (Session session = open()) {
      session.config().named(argument.line());
      HoldSet hold =
          new Deploying(session).holds().hold(argument.line(), session.actor().login(), reason);
      return Result.done(
          Result.object()
              .put("line", argument.line().toString())
              .put("sequence", hold.sequence())
              .put("by", hold.by())
              .put("reason", hold.reason()),
          "%s is held from sequence %d on, by %s: %s"
              .formatted(argument.line(), hold.sequence(), hold.by(), hold.reason()));
    }
  }
}
