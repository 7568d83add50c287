package dev.countersign.modelrefs.git.jgit;

import static dev.countersign.modelrefs.git.testing.GitFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.PathChange;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.testing.GitCommand;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that are not as they should be. */
class RepositoryFaultsIT {
  private static final String REF = GitFixture.ref(MAIN);

  @TempDir Path folder;

  @Test
  @DisplayName("Fault row 53: no repository in the folder")
  void saysSo_whenThereIsNoRepository() {
    RemoteLocation nowhere = RemoteLocation.of(folder.resolve("none"));
    CountersignException failure =
        catchThrowableOfType(
            CountersignException.class, () -> JGitRepositories.open(nowhere, Optional.empty()));

    assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(failure).hasMessage("there is no Git repository at \"" + nowhere + "\"");
  }

  @Test
  @DisplayName("Fault row 53: a work tree where a bare repository is needed")
  void namesWhatAWorkTreeWasClonedFrom() throws IOException {
    Path git = Files.createDirectories(folder.resolve("clone/.git"));
    String origin = folder.resolve("models.git").toString();
    Files.writeString(git.resolve("config"), "[remote \"origin\"]\n\turl = " + origin + "\n");

    assertThat(refusal("clone"))
        .isEqualTo(
            "\"%s\" is a work tree, and a bare repository is needed; name the one that it was"
                    .formatted(folder.resolve("clone"))
                + " cloned from: \"%s\"".formatted(origin));
  }

  @Test
  @DisplayName("I13: a password in the address of a clone's origin is not repeated")
  void repeatsNoPassword() throws IOException {
    Path git = Files.createDirectories(folder.resolve("clone/.git"));
    Files.writeString(
        git.resolve("config"), "[remote \"origin\"]\n\turl = https://bob:canary@git.example/m\n");

    assertThat(refusal("clone")).endsWith("name the one that it pushes to");
  }

  private String refusal(String name) {
    RemoteLocation place = RemoteLocation.of(folder.resolve(name));
    return catchThrowableOfType(
            CountersignException.class, () -> JGitRepositories.open(place, Optional.empty()))
        .explanation();
  }

  @Test
  @DisplayName("Fault row 53: an empty repository has no refs, and takes its first commit")
  void anEmptyRepositoryIsUsable() {
    try (GitFixture fixture = GitFixture.empty(folder);
        GitRepository repository = fixture.open()) {
      assertThat(repository.fetch(List.of("HEAD", REF, "refs/heads/*"))).isEmpty();
      CommitId first = fixture.commit(MAIN, Map.of("a", "1"));
      assertThat(repository.fetch(List.of("HEAD"))).containsEntry("HEAD", first);
    }
  }

  @Test
  @DisplayName("Fault row 53: HEAD names a branch that is missing or was renamed")
  void aMissingDefaultBranchIsAbsent() {
    try (GitFixture fixture = GitFixture.withMain(folder);
        GitRepository repository = fixture.open()) {
      CommitId tip = fixture.tip(MAIN).orElseThrow();
      fixture.point("trunk", Optional.of(tip));
      fixture.point(MAIN, Optional.empty());

      assertThat(repository.fetch(List.of("HEAD", REF, "refs/heads/trunk")))
          .containsExactly(Map.entry("refs/heads/trunk", tip));
    }
  }

  @Test
  void makingARepositoryAgainChangesNothing() {
    try (GitFixture fixture = GitFixture.withMain(folder)) {
      CommitId tip = fixture.tip(MAIN).orElseThrow();
      JGitRepositories.createBare(fixture.location().folder(), "other");
      assertThat(fixture.tip(MAIN)).contains(tip);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"not a commit id\n", "1234\n"})
  @DisplayName("Fault row 53: a damaged ref is told, not taken for a missing one")
  void saysSo_whenARefIsDamaged(String content) throws IOException {
    try (GitFixture fixture = GitFixture.withMain(folder);
        GitRepository repository = fixture.open()) {
      Files.writeString(fixture.location().folder().resolve(REF), content);

      assertThat(codeOf(() -> repository.fetch(List.of(REF)))).isEqualTo(ErrorCode.CONFLICT);
    }
  }

  @Test
  @DisplayName("Fault row 53: a damaged or missing object ends in a conflict that names it")
  void saysSo_whenAnObjectIsDamaged() throws IOException {
    try (GitFixture fixture = GitFixture.withMain(folder)) {
      CommitId tip = fixture.commit(MAIN, Map.of("a", "1"));
      String blob;
      try (GitRepository repository = fixture.open()) {
        blob = repository.list(tip, "").get("a").hex();
      }
      Path object =
          fixture
              .location()
              .folder()
              .resolve("objects")
              .resolve(blob.substring(0, 2))
              .resolve(blob.substring(2));
      Files.delete(object);
      assertThat(readFails(fixture, tip)).isEqualTo(ErrorCode.CONFLICT);
      Files.write(object, new byte[] {1, 2, 3});
      assertThat(readFails(fixture, tip)).isEqualTo(ErrorCode.CONFLICT);
    }
  }

  private static ErrorCode readFails(GitFixture fixture, CommitId tip) {
    try (GitRepository repository = fixture.open()) {
      return codeOf(() -> repository.read(tip, "a"));
    }
  }

  @Test
  @DisplayName("Fault row 44: a lock that nobody releases is a refusal that names the lock")
  void refuses_whenTheRefStaysLocked() throws IOException {
    try (GitFixture fixture = GitFixture.withMain(folder)) {
      CommitId tip = fixture.tip(MAIN).orElseThrow();
      CommitId next = fixture.botCommit("other", tip, Map.of("a", "1"));
      Files.createFile(fixture.location().folder().resolve(REF + ".lock"));
      Repository bare =
          new FileRepositoryBuilder().setGitDir(fixture.location().folder().toFile()).build();
      LocalOrigin origin = new LocalOrigin(bare, Duration.ofMillis(50));

      List<PushResult> results = origin.push(List.of(RefUpdate.move(REF, tip, next)));

      assertThat(results.get(0))
          .isInstanceOfSatisfying(
              PushResult.Refused.class,
              refused -> assertThat(refused.reason()).contains("\"" + REF + ".lock\""));
      assertThat(fixture.tip(MAIN)).contains(tip);
      origin.close();
    }
  }

  @Test
  void aBranchBelowABranchIsRefused() {
    try (GitFixture fixture = GitFixture.withMain(folder)) {
      CommitId tip = fixture.tip(MAIN).orElseThrow();
      fixture.point("bot/a", Optional.of(tip));
      try (GitRepository repository = fixture.open()) {
        assertThat(repository.push(List.of(RefUpdate.create("refs/heads/bot/a/b", tip))))
            .allMatch(PushResult.Refused.class::isInstance);
      }
    }
  }

  @Test
  @DisplayName("Fault row 16: symbolic links and submodules are changes, never files")
  void linksAndSubmodulesAreNoFiles() throws IOException {
    assumeTrue(GitCommand.isInstalled(), "SKIPPED: git is needed and not on the PATH");
    try (GitFixture fixture = GitFixture.withMain(folder);
        GitRepository repository = fixture.open()) {
      CommitId before = fixture.tip(MAIN).orElseThrow();
      Path clone = folder.resolve("clone");
      new GitCommand(folder).run("clone", "-q", fixture.location().toString(), clone.toString());
      Files.createSymbolicLink(clone.resolve("link"), Path.of("README.md"));
      GitCommand git = new GitCommand(clone);
      git.run("add", "link");
      git.run("update-index", "--add", "--cacheinfo", "160000," + before + ",module");
      git.run("commit", "-q", "-m", "Link");
      git.run("push", "-q", "origin", MAIN);
      CommitId tip = repository.fetch(List.of(REF)).get(REF);

      assertThat(repository.read(tip, "link")).isEmpty();
      assertThat(repository.read(tip, "module")).isEmpty();
      assertThat(repository.list(tip, "").keySet()).containsExactly("README.md");
      GitCommit commit = repository.log(LogQuery.between(before, tip)).get(0);
      assertThat(commit.changes().get(0))
          .extracting(PathChange::path)
          .containsExactly("link", "module");
    }
  }

  private static ErrorCode codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(CountersignException.class, call).code();
  }
}
