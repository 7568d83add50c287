package dev.countersign.modelrefs.git.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
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
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Appending to a branch that cannot be moved. */
class RefusedAppendTest {
  private static final String REF = "refs/heads/" + DeploymentLog.BRANCH;

  @Test
  void aRefusalIsTold_andNotTriedAgain() {
    Unmovable git = new Unmovable(ref -> new PushResult.Refused(ref, "protected branch"));

    assertThatThrownBy(() -> append(git))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
        .hasMessage("\"" + REF + "\" cannot be appended to: protected branch");
    assertThat(git.pushes).isEqualTo(1);
  }

  @Test
  void whoAlwaysLosesTheRaceGivesUp_aConflict() {
    Unmovable git = new Unmovable(PushResult.Stale::new);

    assertThatThrownBy(() -> append(git))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
        .hasMessageContaining("in 40 tries; others kept writing");
    assertThat(git.pushes).isEqualTo(40);
  }

  private static void append(GitRepository git) {
    new DeploymentLog(git)
        .append(LogFixtures.LINE, LogFixtures.deployment(1, DeploymentOutcome.DEPLOYED));
  }

  /** An empty repository whose pushes all end the same. */
  private static final class Unmovable implements GitRepository {
    private final Function<String, PushResult> result;
    private int pushes;

    Unmovable(Function<String, PushResult> result) {
      this.result = result;
    }

    @Override
    public Map<String, CommitId> fetch(Collection<String> refs) {
      return Map.of();
    }

    @Override
    public Optional<byte[]> read(CommitId commit, String path) {
      return Optional.empty();
    }

    @Override
    public Map<String, BlobId> list(CommitId commit, String folder) {
      return Map.of();
    }

    @Override
    public List<GitCommit> log(LogQuery query) {
      return List.of();
    }

    @Override
    public CommitId commit(CommitDraft draft) {
      return new CommitId("a".repeat(40));
    }

    @Override
    public List<PushResult> push(List<RefUpdate> updates) {
      pushes++;
      return updates.stream().map(update -> result.apply(update.ref())).toList();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
