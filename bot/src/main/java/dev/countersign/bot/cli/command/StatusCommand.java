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
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status}: what is declared, what was deployed, what is served. */
@Command(
    name = "status",
    description = "Show what Git declares, what was deployed last, and what is served now.")
public final class StatusCommand extends BotCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL/ENVIRONMENT",
      description = "This line only; default: all.")
  private Optional<String> line = Optional.empty();

  @Option(names = "--declared", description = "Only what Git declares; asks no target.")
  private boolean declared;

  @Override
  protected Result execute() {
    try (Session session = open()) {
      Optional<ModelEnvironment> only = line.map(Arguments::line);
      StatusReader reader = new Deploying(session).status();
      Result result = declared ? declared(reader, only) : full(reader, only);
      if (result.data().path("lines").isEmpty()) {
        only.ifPresent(session.config()::named);
      }
      return result;
    }
  }

  private static Result declared(StatusReader reader, Optional<ModelEnvironment> only) {
    ObjectNode data = Result.object();
    ArrayNode lines = data.putArray("lines");
    List<String> text = new ArrayList<>();
    reader
        .declared()
        .forEach(
            (line, reading) -> {
              if (only.filter(wanted -> !wanted.equals(line)).isEmpty()) {
                lines.addObject().put("line", line.toString()).set("declared", data(reading));
                text.add(line + "  " + version(reading));
              }
            });
    return shown(data, text);
  }

  private static ObjectNode data(ReferenceReading reading) {
    if (reading instanceof ReferenceReading.Present present) {
      return StatusView.unchecked(present.read().reference());
    }
    return StatusView.unreadable(
        reading instanceof ReferenceReading.Unreadable broken ? broken.reason() : "no plain file");
  }

  private static String version(ReferenceReading reading) {
    return reading
        .document()
        .map(document -> document.reference().version().toString())
        .orElse("unreadable");
  }

  private static Result full(StatusReader reader, Optional<ModelEnvironment> only) {
    ObjectNode data = Result.object();
    ArrayNode lines = data.putArray("lines");
    List<String> text = new ArrayList<>();
    for (LineStatus status : only.map(reader::read).orElseGet(reader::read)) {
      lines.add(StatusView.data(status));
      text.add(StatusView.text(status));
    }
    return shown(data, text);
  }

  private static Result shown(ObjectNode data, List<String> text) {
    return Result.done(data, text.isEmpty() ? "nothing is declared" : String.join("\n", text));
  }
}
