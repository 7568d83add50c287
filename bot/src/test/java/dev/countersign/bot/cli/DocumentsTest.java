package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.command.Commands;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The documents say what the code does. */
class DocumentsTest {
  private static final Path DOCS = Path.of("docs");

  /** A command up to the end of its line, of its code mark, or of its comment. */
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\w.])countersign ([a-z]+)([^`#\n]*)");

  private static final Pattern OPTION = Pattern.compile("(?<!\\S)--[a-z][a-z-]*");

  @Test
  void theReferenceIsWhatHelpPrints() throws IOException {
    String reference = reference();
    Files.writeString(Path.of("target", "reference.md"), reference);

    assertThat(Files.readString(DOCS.resolve("reference.md")))
        .as("to bring it up to date: cp bot/target/reference.md bot/docs/reference.md")
        .isEqualTo(reference);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyErrorHasItsSection_withItsRemedy(ErrorCode code) throws IOException {
    String page = Files.readString(DOCS.resolve("troubleshooting.md"));
    String section = page.substring(page.indexOf("## " + code.label() + "\n"));

    assertThat(section).startsWith("## " + code.label() + "\n\nExit " + code.exit().number() + ".");
    assertThat(section.split("\n## ", -1)[0]).contains(Remedy.of(code).advice());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void documentsNameOnlyCommandsAndOptionsThatThereAre(Path document) throws IOException {
    Map<String, CommandLine> commands = line().getSubcommands();
    Matcher named = COMMAND.matcher(Files.readString(document).replace("\\\n", " "));
    while (named.find()) {
      assertThat(commands).as(named.group()).containsKey(named.group(1));
      assertThat(OPTION.matcher(named.group(2)).results().map(MatchResult::group))
          .as(named.group())
          .isSubsetOf(commands.get(named.group(1)).getCommandSpec().optionsMap().keySet());
    }
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      List<Path> documents =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !file.toString().matches(".*/(target|test|\\.\\w+)/.*"))
              .toList();
      assertThat(documents)
          .contains(Path.of("../README.md"), Path.of("../bot/docs/getting-started.md"));
      return documents;
    }
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : line().getSubcommands().keySet()) {
      assertThat(line().execute(command, "--help")).as(command).isZero();
    }
  }

  private static String reference() {
    StringBuilder page =
        new StringBuilder(
            "# Commands\n\nGenerated from `--help`. The keys of `countersign.yaml` are described by its"
                + " JSON Schema, `bot/src/main/resources/schemas/countersign-1.json`; what"
                + " `--output json` prints by `command-results-1.json` beside it; exit codes and"
                + " errors by [troubleshooting](troubleshooting.md).\n");
    new TreeMap<>(line().getSubcommands())
        .forEach(
            (name, command) ->
                page.append("\n## ")
                    .append(name)
                    .append("\n\n```\n")
                    .append(command.getUsageMessage(CommandLine.Help.Ansi.OFF).strip())
                    .append("\n```\n"));
    return page.toString();
  }

  private static CommandLine line() {
    Console console =
        new Console(
            Reader.nullReader(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Map.of());
    return new CommandLineApp(console).line(List.copyOf(Commands.all()));
  }
}
