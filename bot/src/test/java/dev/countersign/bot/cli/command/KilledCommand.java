package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.CommandLineApp;
import dev.countersign.bot.cli.Console;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * The real command line in a process that ends without a word: {@code KilledCommand WHEN ARGUMENT…}
 * where WHEN is one of
 *
 * <ul>
 *   <li>{@code told:TEXT}: when people would be told a line that ends with it, before they are;
 *   <li>{@code there:PATH}: as soon as a file or folder is there, whatever is being done then;
 *   <li>{@code printed}: when all is done and the result would be printed.
 *   <li>{@code never}: not by itself.
 * </ul>
 */
public final class KilledCommand {
  /** What a shell reports of a process that was ended by SIGKILL. */
  static final int EXIT = 137;

  private KilledCommand() {}

  /** Runs the command until the end comes. */
  public static void main(String[] args) {
    String when = args[0];
    String told = when.startsWith("told:") ? when.substring("told:".length()) : "\0";
    if (when.startsWith("there:")) {
      haltWhenThere(Path.of(when.substring("there:".length())));
    }
    Writer err = new OutputStreamWriter(System.err, StandardCharsets.UTF_8);
    Console console =
        new Console(
            Reader.nullReader(),
            new Ending(Writer.nullWriter(), when.equals("printed") ? "" : "\0"),
            new Ending(err, told),
            Map.of());
    String[] command = Arrays.copyOfRange(args, 1, args.length);
    System.exit(new CommandLineApp(console).run(Commands.all(), command));
  }

  private static void haltWhenThere(Path path) {
    Thread watch =
        new Thread(
            () -> {
              while (!Files.exists(path)) {
                Thread.onSpinWait();
              }
              Runtime.getRuntime().halt(EXIT);
            });
    watch.setDaemon(true);
    watch.start();
  }

  /** Ends the process in place of a line that ends with a text. */
  private static final class Ending extends PrintWriter {
    private final String last;

    Ending(Writer out, String last) {
      super(new BufferedWriter(out), true);
      this.last = last;
    }

    @Override
    public void println(String line) {
      if (line.endsWith(last)) {
        Runtime.getRuntime().halt(EXIT);
      }
      super.println(line);
    }
  }
}
