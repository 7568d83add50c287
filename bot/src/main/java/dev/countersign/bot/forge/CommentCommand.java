package dev.countersign.bot.forge;

import java.util.List;

/**
 * What a person tells Countersign in a comment: a line of its own that starts with {@code
 * /countersign}. Quoted lines and lines in a fenced code block are talk about commands, not
 * commands. Whether the person may, and whether the comment was changed later, is not judged here.
 */
public sealed interface CommentCommand {
  /**
   * {@code /countersign waive GATE-ID REASON}: lets a failed gate pass.
   *
   * @param reason one line, not blank
   */
  record Waive(String gateId, String reason) implements CommentCommand {}

  /**
   * {@code /countersign approve CHECKSUM}: approves the reference that has this checksum.
   *
   * @param checksumPrefix 8 to 64 hexadecimal digits in lower case
   */
  record Approve(String checksumPrefix) implements CommentCommand {}

  /** The commands in a comment, in order; what is not understood is skipped. */
  static List<CommentCommand> in(String comment) {
    return CommentLines.commands(comment);
  }
}
