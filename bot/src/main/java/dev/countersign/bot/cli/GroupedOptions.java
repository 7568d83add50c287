package dev.countersign.bot.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Shows the options of a command in three groups: its own, how to reach the repository, and how to
 * print. Every command takes all of them; one that needs no repository does not show the second.
 */
final class GroupedOptions {
  private static final Set<String> PRINTING = Set.of("--output", "--debug", "--help", "--version");

  private static final int WIDTH = 80;

  private GroupedOptions() {}

  /** Changes the help of a command. */
  static void showIn(CommandLine command) {
    boolean connects =
        !(command.getCommandSpec().userObject() instanceof BotCommand bot) || bot.usesRepository();
    command.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, help -> grouped(help, connects));
    command.getHelpSectionMap().put(SECTION_KEY_SYNOPSIS, help -> synopsis(help.commandSpec()));
  }

  /** What must be given, in full; the rest is listed below. */
  private static String synopsis(CommandSpec command) {
    List<String> words = new ArrayList<>();
    command.options().stream()
        .filter(OptionSpec::required)
        .map(option -> option.longestName() + "=" + option.paramLabel())
        .sorted()
        .forEach(words::add);
    words.add("[OPTIONS]");
    command.positionalParameters().forEach(each -> words.add(label(each)));
    StringBuilder text = new StringBuilder(command.qualifiedName());
    int indent = "Usage: ".length() + text.length();
    int column = indent;
    for (String word : words) {
      boolean fits = column + 1 + word.length() <= WIDTH;
      text.append(fits ? "" : System.lineSeparator() + " ".repeat(indent)).append(' ').append(word);
      column = (fits ? column : indent) + 1 + word.length();
    }
    return text.append(System.lineSeparator()).toString();
  }

  private static String label(PositionalParamSpec parameter) {
    String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
    return parameter.required() ? label : "[" + label + "]";
  }

  private static String grouped(Help help, boolean connects) {
    StringBuilder text = new StringBuilder(group(help, "Options", GroupedOptions::isOwn));
    if (connects) {
      text.append(group(help, "Repository and identity", GroupedOptions::isConnecting));
    }
    return text.append(group(help, "Output", GroupedOptions::isPrinting)).toString();
  }

  private static String group(Help help, String title, Predicate<OptionSpec> wanted) {
    List<OptionSpec> options =
        new ArrayList<>(
            help.commandSpec().options().stream()
                .filter(wanted.and(option -> !option.hidden()))
                .toList());
    if (options.isEmpty()) {
      return "";
    }
    options.sort(Comparator.comparing(OptionSpec::longestName));
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(options, help.createDefaultParamLabelRenderer());
    return "%n%s:%n%s".formatted(title, layout);
  }

  private static boolean isPrinting(OptionSpec option) {
    return PRINTING.contains(option.longestName());
  }

  private static boolean isConnecting(OptionSpec option) {
    return option.userObject() instanceof Field field
        && Set.of(GlobalOptions.class, ForgeOptions.class).contains(field.getDeclaringClass())
        && !isPrinting(option);
  }

  private static boolean isOwn(OptionSpec option) {
    return !isPrinting(option) && !isConnecting(option);
  }
}
