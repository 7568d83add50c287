package dev.countersign.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.countersign.bot.cli.command.Commands;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A command line that was run in this process.
 *
 * @param command its first word
 * @param out what programs read
 * @param err what people read
 */
public record CommandRun(String command, int exitCode, String out, String err) {
  /** Runs a command line with an empty environment and nothing typed. */
  public static CommandRun of(String... arguments) {
    return of(Map.of(), arguments);
  }

  /** Runs a command line with nothing typed. */
  public static CommandRun of(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            Reader.nullReader(), new PrintWriter(out), new PrintWriter(err, true), environment);
    int exitCode = new CommandLineApp(console).run(Commands.all(), arguments);
    String command = arguments.length == 0 ? "" : arguments[0];
    return new CommandRun(command, exitCode, out.toString(), err.toString());
  }

  /** The document on standard output, which is as its schema says; missing if there is nothing. */
  public JsonNode data() {
    if (out.isBlank()) {
      return MissingNode.getInstance();
    }
    JsonNode data = StrictJson.read(out.getBytes(StandardCharsets.UTF_8), "standard output");
    ResultSchema.assertPublished(command, data);
    return data;
  }

  /** Both channels, for the message of a test that fails. */
  @Override
  public String toString() {
    return "%s: exit %d%n%s%n%s".formatted(command, exitCode, out, err);
  }
}
