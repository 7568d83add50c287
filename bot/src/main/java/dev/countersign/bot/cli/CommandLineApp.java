package dev.countersign.bot.cli;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The program {@code countersign}: parses the command line, runs the command, shows what failed.
 */
@Command(
    name = "countersign",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "The bot proposes a model, a person countersigns, CI redeploys.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 2 invalid, 3 not verified, 4 denied, 5 gate or approval,",
      "6 conflict, 7 not available, 8 timed out, 9 training failed, 10 unhealthy,",
      "130 interrupted, 1 a bug."
    })
public final class CommandLineApp implements Runnable {
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * @param console the channels and the environment of the process
   */
  public CommandLineApp(Console console) {
    this.console = console;
  }

  /** The channels and the environment of the process. */
  public Console console() {
    return console;
  }

  /**
   * Runs one command line.
   *
   * @param commands the command objects, in the order of the help
   * @return the exit code
   */
  public int run(List<BotCommand> commands, String... args) {
    CommandLine line = line(needed(commands, args));
    line.setOut(console.out());
    line.setErr(console.err());
    line.setParameterExceptionHandler(this::usageError);
    line.setExecutionExceptionHandler((error, command, parsed) -> failure(error, parsed));
    return line.execute(args);
  }

  /** The command that is called, if there is one of that name: reading the others takes time. */
  private static List<BotCommand> needed(List<BotCommand> commands, String... args) {
    List<BotCommand> called =
        commands.stream()
            .filter(command -> args.length > 0 && nameOf(command).equals(args[0]))
            .toList();
    return called.isEmpty() ? commands : called;
  }

  private static String nameOf(BotCommand command) {
    Command annotation = command.getClass().getAnnotation(Command.class);
    return annotation == null ? "" : annotation.name();
  }

  /** The commands as the parser knows them. */
  CommandLine line(List<BotCommand> commands) {
    CommandLine line = new CommandLine(this);
    commands.forEach(line::addSubcommand);
    line.getSubcommands().values().forEach(GroupedOptions::showIn);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  private void printError(CountersignException failure, String command) {
    console.out().println(Result.printed(ErrorPage.json(failure, command)));
    console.out().flush();
  }

  private int usageError(ParameterException error, String[] args) {
    String command = error.getCommandLine().getCommandSpec().qualifiedName();
    console.tell("error usage (exit 2): " + error.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(error, console.err());
    console.tell("  what helps: " + command + " --help");
    if (String.join("=", args).toLowerCase(Locale.ROOT).contains("--output=json")) {
      printError(
          new CountersignException(ErrorCode.USAGE, String.valueOf(error.getMessage()), error),
          command);
    }
    return ExitCode.INVALID.number();
  }

  private int failure(Exception error, ParseResult parsed) {
    CountersignException failure = FailureMapping.of(error);
    CommandSpec innermost = innermost(parsed);
    GlobalOptions options = optionsOf(innermost);
    console.tell(ErrorPage.text(failure, innermost.qualifiedName()));
    if (options.output() == OutputFormat.JSON) {
      printError(failure, innermost.qualifiedName());
    }
    if (options.debug()) {
      error.printStackTrace(console.err());
      console.err().flush();
    } else if (failure.code() == ErrorCode.BUG) {
      console.tell("  --debug prints the stack trace");
    }
    return failure.code().exit().number();
  }

  private static CommandSpec innermost(ParseResult parsed) {
    ParseResult innermost = parsed;
    while (innermost.subcommand() != null) {
      innermost = innermost.subcommand();
    }
    return innermost.commandSpec();
  }

  private static GlobalOptions optionsOf(CommandSpec command) {
    return command.userObject() instanceof BotCommand known ? known.options() : new GlobalOptions();
  }
}
