package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What became of every run that was proposed. Not thread-safe, as its repository; any number of
 * processes may append at once.
 */
public final class OutcomeLog {
  /** The branch that holds it. */
  public static final String BRANCH = "countersign/outcomes";

  private final ChainedLog<OutcomeRecord> log;

  /**
   * @param git commits are signed if it has a signing key
   */
  public OutcomeLog(GitRepository git) {
    this.log = new ChainedLog<>(git, BRANCH, new OutcomeCodec());
  }

  /** Every line of a line's outcomes, oldest first; those that do not verify are marked. */
  public List<LogEntry<OutcomeRecord>> read(ModelEnvironment line) {
    return log.read(line).entries();
  }

  /** The outcomes of a line that verify, oldest first. */
  public List<OutcomeRecord> records(ModelEnvironment line) {
    return Entries.recorded(read(line));
  }

  /** As {@link #records(ModelEnvironment)} for many lines, in one exchange. */
  public Map<ModelEnvironment, List<OutcomeRecord>> records(Collection<ModelEnvironment> lines) {
    return log.recorded(lines);
  }

  /**
   * Appends an outcome, unless the same outcome of the same run with the same candidate on the same
   * rows is there; so a call may be repeated.
   *
   * @return whether it was appended
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFLICT} if others kept
   *     writing for longer than it is worth waiting, or if the branch is protected
   */
  public boolean append(ModelEnvironment line, OutcomeRecord record) {
    return log.append(line, record, record.at(), record::sameAs);
  }

  /**
   * How many other candidates an evaluation set has judged for a line: the more, the luckier the
   * best of them.
   */
  public int othersJudged(ModelEnvironment line, Digest dataset, Digest candidate) {
    return (int)
        records(line).stream()
            .filter(record -> record.dataset().filter(dataset::equals).isPresent())
            .flatMap(record -> record.artifact().stream())
            .filter(artifact -> !artifact.equals(candidate))
            .distinct()
            .count();
  }
}
