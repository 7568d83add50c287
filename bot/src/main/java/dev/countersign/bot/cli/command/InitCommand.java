package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.scaffold.PlannedFile;
import dev.countersign.bot.scaffold.RepositoryFolder;
import dev.countersign.bot.scaffold.Scaffold;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code init}: sets a repository up; asks nothing and overwrites nothing. */
@Command(
    name = "init",
    description = "Write countersign.yaml, the bot's key and the CI file; overwrites nothing.")
public final class InitCommand extends BotCommand {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The repository's work tree; default: this folder.",
      defaultValue = ".")
  private Path folder = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Where the bot's private key is, or is put; outside of the repository, needed to deploy.")
  private Optional<Path> keyFile = Optional.empty();

  @Option(names = "--dry-run", description = "Show what would be written; write nothing.")
  private boolean dryRun;

  @Mixin private ScaffoldOptions scaffold = new ScaffoldOptions();

  @Override
  protected Result execute() {
    RepositoryFolder repository = new RepositoryFolder(folder);
    Scaffold wanted = new Scaffold(scaffold.request(options(), console()));
    String publicKey = scaffold.configures() ? key(repository).publicKey() : "";
    List<PlannedFile> plan = repository.plan(wanted.files(publicKey));
    plan.forEach(file -> console().tellDiff(file.diff()));
    if (!dryRun) {
      repository.write(plan);
    }
    return shown(plan, wanted.linesToAdd());
  }

  /** The bot's key; a dry run shows the public half of one that it throws away. */
  private SigningKey key(RepositoryFolder repository) {
    Path file =
        keyFile.orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.USAGE,
                    "where shall the bot's private key be? Give --key FILE, outside of the repository"));
    repository.refuseInside(file);
    return dryRun && !Files.exists(file) ? SigningKeys.generate() : repository.key(file);
  }

  private Result shown(List<PlannedFile> plan, List<String> linesToAdd) {
    ObjectNode data = Result.object().put("dryRun", dryRun);
    ArrayNode files = data.putArray("files");
    List<String> lines = new ArrayList<>();
    for (PlannedFile planned : plan) {
      ObjectNode file = files.addObject().put("path", planned.file().path());
      file.put("state", planned.state().name().toLowerCase(Locale.ROOT));
      planned.diff().forEach(file.putArray("diff")::add);
      lines.add(planned.file().path() + ": " + words(planned.state()));
    }
    keyFile.filter(file -> scaffold.configures()).ifPresent(file -> describe(file, data, lines));
    linesToAdd.forEach(data.putArray("linesToAdd")::add);
    if (!linesToAdd.isEmpty()) {
      lines.add("add to your CI file:");
      linesToAdd.forEach(line -> lines.add("  " + line));
    }
    lines.add("next: commit and push this; then countersign doctor says what is still missing");
    return new Result(exit(plan), data, String.join("\n", lines));
  }

  private static void describe(Path file, ObjectNode data, List<String> lines) {
    data.put("key", file.toString());
    lines.add(file + ": the bot's private key; give it to the proposing job only");
  }

  private String words(PlannedFile.State state) {
    return switch (state) {
      case NEW -> dryRun ? "would be written" : "written";
      case UNCHANGED -> "is there already";
      case DIFFERENT -> "exists and is left alone; the diff above shows what to add";
    };
  }

  private static ExitCode exit(List<PlannedFile> plan) {
    boolean left = plan.stream().anyMatch(each -> each.state() == PlannedFile.State.DIFFERENT);
    return left ? ExitCode.CONFLICT : ExitCode.DONE;
  }
}
