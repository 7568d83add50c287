package dev.countersign.bot.forge.local;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real repository whose process is killed at its first push. */
final class DyingRepository implements GitRepository {
  private final GitRepository real;
  private final int arriving;

  /**
   * @param arriving how many of the push's updates arrive before the end
   */
  DyingRepository(GitRepository real, int arriving) {
    this.real = real;
    this.arriving = arriving;
  }

  /** Stands for the end of the process. */
  static final class Killed extends RuntimeException {}

  @Override
  public Map<String, CommitId> fetch(Collection<String> refs) {
    return real.fetch(refs);
  }

  @Override
  public Optional<byte[]> read(CommitId commit, String path) {
    return real.read(commit, path);
  }

  @Override
  public Map<String, BlobId> list(CommitId commit, String folder) {
    return real.list(commit, folder);
  }

  @Override
  public List<GitCommit> log(LogQuery query) {
    return real.log(query);
  }

  @Override
  public CommitId commit(CommitDraft draft) {
    return real.commit(draft);
  }

  @Override
  public List<PushResult> push(List<RefUpdate> updates) {
    if (arriving > 0) {
      real.push(updates.subList(0, Math.min(arriving, updates.size())));
    }
    throw new Killed();
  }

  @Override
  public void close() {
    real.close();
  }
}
