package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.fetch.ReferenceLookup;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fetch}: brings a verified model into a folder. */
@Command(
    name = "fetch",
    description = "Bring a model into a folder: every byte verified, whole or not at all.")
public final class FetchCommand extends BotCommand {
  @Parameters(
      paramLabel = "REF",
      description =
          "MODEL/ENVIRONMENT, MODEL/ENVIRONMENT@COMMIT, or a model-reference.json; with --baseline"
              + " also MODEL.")
  private String reference = "";

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "The folder.")
  private Path target = Path.of("");

  @Option(
      names = "--baseline",
      description =
          "Bring what is live by the deployment log, not what the branch declares. MODEL brings"
              + " every environment's, in folders named by the 64 digits of their digest; none if"
              + " nothing is live.")
  private boolean baseline;

  @Override
  protected Result execute() {
    try (Session session = open()) {
      if (baseline && !reference.contains("/")) {
        return all(session, Arguments.read(reference, ModelName::new));
      }
      ModelReference found =
          baseline
              ? live(session, Arguments.line(reference))
              : new ReferenceLookup(session.git(), session.branch()).find(reference);
      session.stores().fetch(found.artifact(), target);
      return Result.done(
          Result.object()
              .put("line", found.line().toString())
              .put("version", found.version().toString())
              .put("artifactDigest", found.artifact().digest().toString())
              .put("folder", target.toString()),
          "%s %s in %s: %s"
              .formatted(found.line(), found.version(), target, found.artifact().digest()));
    }
  }

  private Result all(Session session, ModelName model) {
    session.config().model(model);
    List<Digest> live = new Deploying(session).baselineFetcher().fetchInto(model, target);
    ObjectNode data = Result.object().put("model", model.value()).put("folder", target.toString());
    ArrayNode baselines = data.putArray("baselines");
    List<String> lines = new ArrayList<>();
    for (Digest digest : live) {
      Path folder = target.resolve(digest.hex());
      baselines
          .addObject()
          .put("artifactDigest", digest.toString())
          .put("folder", folder.toString());
      lines.add(digest + " in " + folder);
    }
    if (lines.isEmpty()) {
      lines.add("nothing of \"%s\" is live; \"%s\" is empty".formatted(model, target));
    }
    return Result.done(data, String.join("\n", lines));
  }

  private static ModelReference live(Session session, ModelEnvironment line) {
    return new Deploying(session)
        .baselines()
        .resolve(line)
        .map(found -> found.release().reference())
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND,
                    "nothing of \"%s\" was deployed with a valid approval".formatted(line)));
  }
}
