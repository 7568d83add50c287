package dev.countersign.modelrefs.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.GitRepositoryContract;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bare repository on this machine that is cloned, as a CI job does. */
class ClonedRepositoryIT extends GitRepositoryContract {
  @TempDir private Path other;

  @Override
  protected GitRepository open(GitFixture fixture) {
    return JGitRepositories.open(
        new RemoteLocation.Cloned(fixture.location().folder()), Optional.of(fixture.botKey()));
  }

  @Test
  void readsItsOwnClone_notTheRepositoryInPlace() throws IOException {
    try (GitFixture fixture = GitFixture.withMain(other);
        GitRepository clone = open(fixture)) {
      String main = GitFixture.ref(GitFixture.MAIN);
      CommitId tip = clone.fetch(List.of(main)).get(main);
      Path repository = fixture.location().folder();
      Path away = repository.resolveSibling("away.git");

      Files.move(repository, away);
      try {
        assertThat(clone.read(tip, "README.md")).isPresent();
        assertThatThrownBy(() -> clone.fetch(List.of(main)))
            .isInstanceOfSatisfying(
                CountersignException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
      } finally {
        Files.move(away, repository);
      }
    }
  }

  @Test
  void seesWhatWasPushedMeanwhile_onlyWhenItFetches() {
    try (GitFixture fixture = GitFixture.withMain(other);
        GitRepository clone = open(fixture)) {
      String main = GitFixture.ref(GitFixture.MAIN);
      CommitId before = clone.fetch(List.of(main)).get(main);
      CommitId after = fixture.commit(GitFixture.MAIN, Map.of("a", "1"));

      assertThat(clone.read(before, "a")).isEmpty();
      assertThat(clone.fetch(List.of(main))).containsEntry(main, after);
      assertThat(clone.read(after, "a")).isPresent();
    }
  }

  @Test
  void saysThatThereIsNoRepository() {
    assertThatThrownBy(
            () -> JGitRepositories.open(new RemoteLocation.Cloned(other), Optional.empty()))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining(other.toString());
  }
}
