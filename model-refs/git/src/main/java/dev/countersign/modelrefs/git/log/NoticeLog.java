package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Who told which channel of what, on the branch of the outcomes: a message is claimed here before
 * it is sent, so of any number of processes one sends it. Not thread-safe, as its repository.
 */
public final class NoticeLog {
  private final ChainedLog<NoticeRecord> log;

  /**
   * @param git commits are signed if it has a signing key
   */
  public NoticeLog(GitRepository git) {
    this.log = new ChainedLog<>(git, OutcomeLog.BRANCH, ".notices.jsonl", new NoticeCodec());
  }

  /** Every line of a line's notices that verifies, oldest first. */
  public List<NoticeRecord> records(ModelEnvironment line) {
    return Entries.recorded(log.read(line).entries());
  }

  /** As {@link #records(ModelEnvironment)} for many lines, in one exchange. */
  public Map<ModelEnvironment, List<NoticeRecord>> records(Collection<ModelEnvironment> lines) {
    return log.recorded(lines);
  }

  /**
   * Appends a record, unless one of the same stage of the same event for the same channel is there.
   *
   * @return whether it was appended: then, and only then, the stage is the caller's
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFLICT} if others kept
   *     writing for longer than it is worth waiting, or if the branch is protected
   */
  public boolean append(ModelEnvironment line, NoticeRecord record) {
    return log.append(line, record, record.at(), record::sameAs);
  }
}
