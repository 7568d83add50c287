package dev.countersign.bot.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandLineApp;
import dev.countersign.bot.cli.Console;
import dev.countersign.bot.cli.command.Commands;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a command line came to, in this process. */
record CommandRun(int exitCode, String out, String err) {
  static CommandRun of(Map<String, String> environment, List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            Reader.nullReader(), new PrintWriter(out), new PrintWriter(err, true), environment);
    int exitCode =
        new CommandLineApp(console).run(Commands.all(), arguments.toArray(String[]::new));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  JsonNode json() {
    return StrictJson.read(out.getBytes(StandardCharsets.UTF_8), "the command's output");
  }
}
