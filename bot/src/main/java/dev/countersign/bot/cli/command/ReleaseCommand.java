package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code release}: lifts a hold; takes an approver. */
@Command(
    name = "release",
    description =
        "Lift the hold of a model in an environment. Takes an approver; anybody can hold.")
public final class ReleaseCommand extends BotCommand {
  @Mixin private LineArgument argument = new LineArgument();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.", defaultValue = "")
  private String reason = "";

  @Override
  protected Result execute() {
    try (Session session = open()) {
      session.config().named(argument.line());
      boolean lifted =
          new Deploying(session).holds().release(argument.line(), session.actor().login(), reason);
      return Result.done(
          Result.object().put("line", argument.line().toString()).put("released", lifted),
          argument.line() + (lifted ? " is released" : " was not held"));
    }
  }
}
