package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.Console;
import dev.countersign.bot.cli.GlobalOptions;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.identity.CiJob;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.pipeline.engine.RunOrigin;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** Where a run comes from: its id, the code that trains, who launched it. */
final class OriginOptions {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Option(names = "--run-id", paramLabel = "ID", description = "The run's id; default: made up.")
  private Optional<String> runId = Optional.empty();

  @Option(names = "--code-repository", paramLabel = "URL", description = "The code's repository.")
  private Optional<String> repository = Optional.empty();

  @Option(
      names = "--code-commit",
      paramLabel = "SHA",
      description = "The code's commit; default: CI_COMMIT_SHA or GITHUB_SHA.")
  private Optional<String> commit = Optional.empty();

  @Option(names = "--code-dirty", description = "The code had changes that no commit has.")
  private boolean dirty;

  /**
   * The origin. Who launched is what the CI's variables say, or outside a CI the command line; both
   * are the run's word, and so not attested.
   */
  RunOrigin origin(GlobalOptions options, Console console, Clock clock) {
    return Arguments.read(
        runId.orElseGet(() -> madeUp(clock)),
        id -> new RunOrigin(id, launcher(options, console), code(console)));
  }

  /** The code that trained. */
  CodeInfo code(Console console) {
    Optional<String> built =
        commit.or(() -> console.variable("CI_COMMIT_SHA")).or(() -> console.variable("GITHUB_SHA"));
    return new CodeInfo(repository, built, dirty);
  }

  private static Optional<Launcher> launcher(GlobalOptions options, Console console) {
    return CiJob.of(console.environment())
        .flatMap(CiJob::claimed)
        .map(CiIdentity::launcher)
        .or(() -> local(options));
  }

  private static Optional<Launcher> local(GlobalOptions options) {
    return options.actor().map(login -> new Launcher("local", Optional.empty(), login, false));
  }

  private static String madeUp(Clock clock) {
    return TIME.format(clock.instant()) + "-" + UUID.randomUUID().toString().substring(0, 4);
  }
}
