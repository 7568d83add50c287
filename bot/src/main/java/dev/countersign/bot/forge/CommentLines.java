package dev.countersign.bot.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds commands among the lines of a comment; those in code are not looked at. */
final class CommentLines {
  private static final Pattern FENCE = Pattern.compile("`{3,}|~{3,}");
  private static final Pattern WAIVE =
      Pattern.compile("/countersign\\s+waive\\s+([a-z0-9][a-z0-9-]{0,62})\\s+(\\S.{0,500})");
  private static final Pattern APPROVE =
      Pattern.compile("/countersign\\s+approve\\s+(?:sha256:)?([0-9a-fA-F]{8,64})");

  private CommentLines() {}

  static List<CommentCommand> commands(String comment) {
    List<CommentCommand> commands = new ArrayList<>();
    String fence = "";
    for (String line : comment.lines().toList()) {
      String text = line.strip();
      Matcher mark = FENCE.matcher(text);
      if (!fence.isEmpty()) {
        fence = text.startsWith(fence) ? "" : fence;
      } else if (mark.lookingAt()) {
        fence = mark.group();
      } else if (!line.startsWith("    ") && !line.startsWith("\t")) {
        command(text).ifPresent(commands::add);
      }
    }
    return List.copyOf(commands);
  }

  private static Optional<CommentCommand> command(String line) {
    Matcher waive = WAIVE.matcher(line);
    if (waive.matches()) {
      return Optional.of(new CommentCommand.Waive(waive.group(1), waive.group(2).strip()));
    }
    Matcher approve = APPROVE.matcher(line);
    return approve.matches()
        ? Optional.of(new CommentCommand.Approve(approve.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }
}
