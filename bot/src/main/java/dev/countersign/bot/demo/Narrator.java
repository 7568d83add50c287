package dev.countersign.bot.demo;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the story to the person at the terminal: chapters, the commands, what came of them. */
final class Narrator {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

  private final Consumer<String> terminal;

  /**
   * @param terminal takes one line at a time
   */
  Narrator(Consumer<String> terminal) {
    this.terminal = terminal;
  }

  /** A new chapter. */
  void chapter(int number, String title) {
    terminal.accept("");
    terminal.accept("%d. %s".formatted(number, title));
  }

  /** What is going on, in a sentence. */
  void say(String sentence) {
    terminal.accept("   " + sentence);
  }

  /** The command that is run, as a person would type it in a shell; long paths are left out. */
  void command(List<String> arguments) {
    terminal.accept(
        "   $ countersign "
            + arguments.stream().map(Narrator::typed).collect(Collectors.joining(" ")));
  }

  private static String typed(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  /** How the command ended. */
  void ended(StepRecord step, double seconds) {
    terminal.accept(
        "     exit %d in %.1f s: %s".formatted(step.exitCode(), seconds, step.outcome()));
  }
}
