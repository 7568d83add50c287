package dev.countersign.modelrefs.git;

import dev.countersign.modelrefs.value.CommitId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Git repository that others write to as well. Reads see what {@link #fetch} last brought; writes
 * become visible only by {@link #push}. Not thread-safe; make one per thread.
 */
public interface GitRepository extends AutoCloseable {
  /**
   * Brings refs and the history behind them up to date.
   *
   * @param refs full ref names, or prefixes that end in {@code /*}
   * @return where each ref that exists points now
   * @throws dev.countersign.modelrefs.error.CountersignException {@code NOT_FOUND} if there is no
   *     repository, {@code ACCESS_DENIED}, {@code REMOTE_UNAVAILABLE} after retries
   */
  Map<String, CommitId> fetch(Collection<String> refs);

  /**
   * The bytes of a file in a commit's tree; empty if there is none or if it is not a plain file.
   */
  Optional<byte[]> read(CommitId commit, String path);

  /** Every file below a folder in a commit's tree, by path, with its blob id; sorted. */
  Map<String, BlobId> list(CommitId commit, String folder);

  /** Commits, newest first, that a query selects; each with parents, people, changes and signer. */
  List<GitCommit> log(LogQuery query);

  /** Writes a commit object on a base; no ref moves. Signed if the repository has a signing key. */
  CommitId commit(CommitDraft draft);

  /**
   * Moves remote refs, each by compare-and-swap, all or nothing where the server can.
   *
   * @return the result for each update, in order; a lost race is a value, not an exception
   * @throws dev.countersign.modelrefs.error.CountersignException {@code ACCESS_DENIED}, {@code
   *     REMOTE_UNAVAILABLE}
   */
  List<PushResult> push(List<RefUpdate> updates);

  @Override
  void close();
}
