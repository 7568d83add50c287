package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Files of chained lines on a branch, by default {@code <model>/<environment>.jsonl}. Many
 * processes append at once: whoever loses the race reads again and appends to what the winner left.
 */
final class ChainedLog<R> {
  private static final int TRIES = 40;
  private static final RetryPolicy<Attempt> WHILE_OTHERS_WRITE =
      RetryPolicy.<Attempt>builder()
          .handleResult(Attempt.LOST)
          .handleIf(failure -> false)
          .withBackoff(Duration.ofMillis(5), Duration.ofMillis(300))
          .withJitter(0.9)
          .withMaxRetries(TRIES - 1)
          .build();

  private final GitRepository git;
  private final String ref;
  private final String ending;
  private final RecordCodec<R> codec;

  ChainedLog(GitRepository git, String branch, RecordCodec<R> codec) {
    this(git, branch, ".jsonl", codec);
  }

  /**
   * @param ending of the files' names; logs that share a branch have different ones
   */
  ChainedLog(GitRepository git, String branch, String ending, RecordCodec<R> codec) {
    this.git = git;
    this.ref = "refs/heads/" + branch;
    this.ending = ending;
    this.codec = codec;
  }

  private enum Attempt {
    WRITTEN,
    THERE_ALREADY,
    LOST
  }

  /** A line's file as it is. */
  record Content<R>(LogState state, List<LogEntry<R>> entries) {}

  private Optional<CommitId> tip() {
    return Optional.ofNullable(git.fetch(List.of(ref)).get(ref));
  }

  Content<R> read(ModelEnvironment line) {
    return read(tip(), line);
  }

  /** Many files at one commit, in one exchange. */
  Map<ModelEnvironment, Content<R>> readAll(Collection<ModelEnvironment> lines) {
    Optional<CommitId> tip = tip();
    tip.ifPresent(commit -> git.list(commit, ""));
    Map<ModelEnvironment, Content<R>> contents = new HashMap<>();
    lines.forEach(line -> contents.put(line, read(tip, line)));
    return contents;
  }

  /** What verifies of many files, oldest first, in one exchange. */
  Map<ModelEnvironment, List<R>> recorded(Collection<ModelEnvironment> lines) {
    return readAll(lines).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, each -> Entries.recorded(each.getValue().entries())));
  }

  private Content<R> read(Optional<CommitId> tip, ModelEnvironment line) {
    if (tip.isEmpty()) {
      return new Content<>(LogState.NO_BRANCH, List.of());
    }
    Optional<byte[]> file = git.read(tip.get(), path(line));
    if (file.isEmpty()) {
      return new Content<>(LogState.NO_FILE, List.of());
    }
    List<LogEntry<R>> entries = new Chain<>(line, codec).read(file.get());
    return new Content<>(entries.isEmpty() ? LogState.EMPTY : LogState.PRESENT, entries);
  }

  /**
   * Appends a record unless one that counts as the same is there.
   *
   * @param same tells whether a record there is the one to be appended
   * @return whether it was appended
   */
  boolean append(ModelEnvironment line, R record, Instant at, Predicate<R> same) {
    Attempt last = Failsafe.with(WHILE_OTHERS_WRITE).get(() -> attempt(line, record, at, same));
    if (last == Attempt.LOST) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "\"%s\" could not be appended to in %d tries; others kept writing".formatted(ref, TRIES));
    }
    return last == Attempt.WRITTEN;
  }

  private Attempt attempt(ModelEnvironment line, R record, Instant at, Predicate<R> same) {
    Optional<CommitId> tip = tip();
    Optional<byte[]> file = tip.flatMap(commit -> git.read(commit, path(line)));
    Chain<R> chain = new Chain<>(line, codec);
    byte[] before = file.orElseGet(() -> new byte[0]);
    for (LogEntry<R> entry : chain.read(before)) {
      if (entry instanceof LogEntry.Recorded<R> recorded && same.test(recorded.record())) {
        return Attempt.THERE_ALREADY;
      }
    }
    CommitId commit =
        git.commit(
            new CommitDraft(
                tip.stream().toList(),
                Map.of(path(line), Optional.of(chain.append(before, record))),
                "Record " + line + "\n",
                new Person("Countersign", "countersign@localhost", at)));
    return push(new RefUpdate(ref, tip, Optional.of(commit)));
  }

  private Attempt push(RefUpdate update) {
    PushResult result = git.push(List.of(update)).get(0);
    if (result instanceof PushResult.Refused refused) {
      throw new CountersignException(
          ErrorCode.CONFLICT, "\"%s\" cannot be appended to: %s".formatted(ref, refused.reason()));
    }
    return result instanceof PushResult.Moved ? Attempt.WRITTEN : Attempt.LOST;
  }

  private String path(ModelEnvironment line) {
    return line + ending;
  }
}
