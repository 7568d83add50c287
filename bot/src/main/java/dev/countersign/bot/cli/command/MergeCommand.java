package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.value.CommitId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code merge}: merges a merge request of the local forge. */
@Command(
    name = "merge",
    description = "Merge an approved merge request of the local forge; prints what to deploy.")
public final class MergeCommand extends BotCommand {
  @Mixin private RequestArgument argument = new RequestArgument();

  @Override
  protected Result execute() {
    try (Session session = open()) {
      MergeRequest found = argument.find(session);
      MergeRequest merged = session.desk().merge(argument.decision(session, found));
      String commit = merged.mergeCommit().map(CommitId::hex).orElse("unknown");
      return Result.done(
          RequestData.of(merged),
          "merged merge request %d as %s; next: countersign deploy --commit %s"
              .formatted(merged.number(), commit, commit));
    }
  }
}
