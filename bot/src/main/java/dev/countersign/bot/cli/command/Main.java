package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.CommandLineApp;
import dev.countersign.bot.cli.Console;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point of the process. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console =
        new Console(
            new InputStreamReader(System.in, StandardCharsets.UTF_8),
            new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false),
            new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
            System.getenv());
    int exitCode = new CommandLineApp(console).run(Commands.all(), args);
    console.out().flush();
    console.err().flush();
    System.exit(exitCode);
  }
}
