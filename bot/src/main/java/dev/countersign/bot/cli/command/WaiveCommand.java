package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.json.Suggestion;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
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
      ModelReference reference = referenceOf(session, found);
      requireGate(reference);
      Digest artifact = reference.artifact().digest();
      MergeRequest waived =
          session.desk().waive(argument.decision(session, found), gate, artifact, reason);
      return Result.done(
          RequestData.of(waived),
          "%s waived gate %s of merge request %d for artifact %s"
              .formatted(session.actor(), gate, waived.number(), artifact));
    }
  }

  /** A waiver of a gate that there is not would be kept, and never do anything. */
  private void requireGate(ModelReference reference) {
    List<String> gates =
        reference.evaluation().stream()
            .flatMap(evaluation -> evaluation.gates().stream())
            .map(GateResult::id)
            .toList();
    if (!gates.contains(gate)) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "\"%s\" has no gate \"%s\"%s"
              .formatted(reference.line(), gate, Suggestion.of(gate, gates)));
    }
  }

  private static ModelReference referenceOf(Session session, MergeRequest request) {
    String path =
        ModelEnvironment.ofBranch(request.text().source())
            .map(ModelEnvironment::referencePath)
            .orElse("model-reference.json");
    return session
        .git()
        .read(request.head(), path)
        .map(bytes -> ReferenceCodec.decode(bytes, path).reference())
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND,
                    "merge request %d has no \"%s\"".formatted(request.number(), path)));
  }
}
