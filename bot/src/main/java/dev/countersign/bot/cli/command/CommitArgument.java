package dev.countersign.bot.cli.command;

import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Optional;

/** A commit as people type it: all of its id, or the first digits as they are shown. */
final class CommitArgument {
  private static final String SHORT = "[0-9a-f]{7,39}";

  private CommitArgument() {}

  /**
   * A commit of the protected branch. A full id is taken as it is.
   *
   * @throws CountersignException {@code USAGE} if it is no id, or one commit has not got these
   *     first digits; {@code NOT_FOUND} if none has
   */
  static CommitId onBranch(String text, Session session) {
    if (!text.matches(SHORT)) {
      return Arguments.commit(text);
    }
    LogQuery all =
        new LogQuery(session.tip(), Optional.empty(), Optional.empty(), false, Integer.MAX_VALUE);
    List<CommitId> found =
        session.git().log(all).stream()
            .map(GitCommit::id)
            .filter(id -> id.hex().startsWith(text))
            .toList();
    if (found.isEmpty()) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "no commit of \"%s\" begins with \"%s\"".formatted(session.branch(), text));
    }
    if (found.size() > 1) {
      throw new CountersignException(
          ErrorCode.USAGE,
          "%d commits of \"%s\" begin with \"%s\"; give more digits"
              .formatted(found.size(), session.branch(), text));
    }
    return found.get(0);
  }

  /**
   * The head that a person looked at.
   *
   * @param head as it is now
   * @throws CountersignException {@code USAGE} if it is no id; {@code CONFLICT} if the head does
   *     not begin with these digits
   */
  static CommitId seen(String text, CommitId head) {
    if (!text.matches(SHORT)) {
      return Arguments.commit(text);
    }
    if (!head.hex().startsWith(text)) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "the head is \"%s\" by now, not \"%s\"; look at it again".formatted(head.hex(), text));
    }
    return head;
  }
}
