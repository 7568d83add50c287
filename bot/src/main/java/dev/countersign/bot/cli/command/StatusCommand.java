package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.status.LineStatus;
import dev.countersign.ci.status.StatusReader;
import dev.countersign.modelrefs.git.references.ReferenceReading;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: what is declared, what was deployed, what is served. */
@Command(
    name = "status",
    description = "Show what Git declares, what was deployed last, and what is served now.")
public final class StatusCommand extends BotCommand {
  @Option(names = "--declared", description = "Only what Git declares; asks no target.")
  private boolean declared;

  @Override
  protected Result execute() {
    try (Session session = open()) {
      Deploying deploying = new Deploying(session);
      return declared ? declared(deploying.status()) : full(deploying.status());
    }
  }

  private static Result declared(StatusReader reader) {
    ObjectNode data = Result.object();
    ArrayNode lines = data.putArray("lines");
    List<String> text = new ArrayList<>();
    for (Map.Entry<ModelEnvironment, ReferenceReading> entry : reader.declared().entrySet()) {
      String version =
          entry
              .getValue()
              .document()
              .map(document -> document.reference().version().toString())
              .orElse("unreadable");
      lines.addObject().put("line", entry.getKey().toString()).put("version", version);
      text.add(entry.getKey() + "  " + version);
    }
    return Result.done(data, String.join("\n", text));
  }

  private static Result full(StatusReader reader) {
    ObjectNode data = Result.object();
    ArrayNode lines = data.putArray("lines");
    List<String> text = new ArrayList<>();
    for (LineStatus status : reader.read()) {
      lines.add(StatusView.data(status));
      text.add(StatusView.text(status));
    }
    if (text.isEmpty()) {
      text.add("nothing is declared");
    }
    return Result.done(data, String.join("\n", text));
  }
}
