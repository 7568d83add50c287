package dev.countersign.bot.cli.command;

import dev.countersign.bot.approval.WaivableGates;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.value.Digest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code waive}: lets one failed gate pass for one artifact. */
@Command(
    name = "waive",
    description = "Let a failed gate pass for the artifact of a merge request, with a reason.")
public final class WaiveCommand extends BotCommand {
  @Mixin private RequestArgument argument = new RequestArgument();

  @Parameters(index = "1", paramLabel = "GATE-ID", description = "The gate's id.")
  private String gate = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected Result execute() {
    try (Session session = open()) {
      MergeRequest found = argument.find(session);
      JudgedRequest judged = judged(session, found);
      boolean idle = WaivableGates.require(judged, gate).outcome() == GateOutcome.PASSED;
      Digest artifact = judged.reference().artifact().digest();
      MergeRequest waived =
          session.desk().waive(argument.decision(session, found), gate, artifact, reason);
      Standing standing = Standing.of(session, Optional.of(judged));
      return Result.done(
          standing.in(RequestData.of(waived)).put("gateHadPassed", idle),
          "%s waived gate %s of merge request %d for artifact %s%s%s"
              .formatted(
                  session.actor(),
                  gate,
                  waived.number(),
                  artifact,
                  idle ? "; the gate had passed" : "",
                  standing.text()));
    }
  }

  private static JudgedRequest judged(Session session, MergeRequest request) {
    return Standing.judge(session, request)
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND,
                    "merge request %d promotes nothing that can be read"
                        .formatted(request.number())));
  }
}
