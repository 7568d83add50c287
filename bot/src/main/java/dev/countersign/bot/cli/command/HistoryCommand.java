package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.status.HistoryEntry;
import dev.countersign.ci.status.HistoryReader;
import dev.countersign.ci.status.Live;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.reference.Withdrawal;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history}: which model was live when, and who approved it. */
@Command(
    name = "history",
    description = "Show which model was live when, and who approved it; every line is verified.")
public final class HistoryCommand extends BotCommand {
  @Mixin private LineArgument argument = new LineArgument();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "What was live at this time, for example 2026-05-03T14:00:00Z.")
  private Optional<Instant> at = Optional.empty();

  @Override
  protected Result execute() {
    try (Session session = open()) {
      List<HistoryEntry> entries = new Deploying(session).history().read(argument.line());
      if (entries.isEmpty()) {
        session.config().named(argument.line());
      }
      return at.isPresent() ? liveAt(entries, at.get()) : all(entries, session.git());
    }
  }

  private Result all(List<HistoryEntry> all, GitRepository git) {
    ObjectNode data = Result.object();
    data.put("line", argument.line().toString());
    ArrayNode entries = data.putArray("entries");
    List<String> lines = new ArrayList<>();
    for (HistoryEntry entry : all) {
      String text = HistoryView.text(entry) + withdrawn(entry, git);
      entries.add(HistoryView.data(entry).put("text", text));
      lines.add(text);
    }
    if (lines.isEmpty()) {
      lines.add("nothing of " + argument.line() + " was ever deployed");
    }
    return Result.done(data, String.join("\n", lines));
  }

  /** What a rollback withdrew, and why, by the reference that was deployed. */
  private String withdrawn(HistoryEntry entry, GitRepository git) {
    if (entry instanceof HistoryEntry.Verified verified
        && verified.record() instanceof Deployment deployment) {
      return git.read(deployment.release().commit(), argument.line().referencePath())
          .map(bytes -> ReferenceCodec.decode(bytes, argument.line().referencePath()))
          .flatMap(document -> document.reference().rollbackOf())
          .map(HistoryCommand::words)
          .orElse("");
    }
    return "";
  }

  private static String words(Withdrawal back) {
    String by = back.requestedBy().map(person -> " by " + person.login()).orElse("");
    return "; a rollback from %s%s: %s".formatted(back.version(), by, back.reason());
  }

  private Result liveAt(List<HistoryEntry> entries, Instant when) {
    ObjectNode data = Result.object();
    data.put("line", argument.line().toString()).put("at", when.toString());
    ArrayNode targets = data.putArray("targets");
    List<String> lines = new ArrayList<>();
    Map<String, Live> live = HistoryReader.liveAt(entries, when);
    live.forEach(
        (target, found) -> {
          targets.add(HistoryView.data(found.deployment()).put("now", found.now()));
          lines.add(
              "%s: %s; it %s live now"
                  .formatted(
                      target, HistoryView.text(found.deployment()), found.now() ? "is" : "is not"));
        });
    if (lines.isEmpty()) {
      lines.add("nothing of %s was live at %s".formatted(argument.line(), when));
    }
    return Result.done(data, String.join("\n", lines));
  }
}
