package dev.countersign.modelrefs.git.jgit;

import static dev.countersign.modelrefs.git.testing.GitFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is, and what is not, brought over from a server. */
class ServerEconomyIT {
  private static final String REF = GitFixture.ref(MAIN);

  @TempDir Path folder;
  private GitFixture fixture;
  private GitHttpServer server;
  private ServerOrigin origin;
  private JGitRepository repository;
  private CommitId older;
  private CommitId tip;

  @BeforeEach
  void serve() throws Exception {
    fixture = GitFixture.withMain(folder);
    fixture.allowFilters();
    older = fixture.commit(MAIN, Map.of("m/a/x.json", "a0"));
    tip =
        fixture.commit(
            MAIN,
            Map.of("m/a/x.json", "a", "m/b/x.json", "b", "m/c/x.json", "c", "m/c/y.json", "y"));
    server = new GitHttpServer(folder.resolve("models.git"));
    origin = new ServerOrigin(new ServerTransport(server.location(), Duration.ofMillis(1)));
    repository = new JGitRepository(origin, Optional.empty(), new Failures(server.location()));
  }

  @AfterEach
  void stop() throws Exception {
    repository.close();
    server.stop();
    fixture.close();
  }

  @Test
  @DisplayName("Fault row 53: of a huge repository a fetch brings one commit and its trees")
  void fetchesNeitherFilesNorHistory() throws IOException {
    repository.fetch(List.of(REF));

    assertThat(has(tip)).isTrue();
    assertThat(has(older)).isFalse();
    for (BlobId blob : repository.list(tip, "").values()) {
      assertThat(has(blob)).isFalse();
    }
  }

  @Test
  void readsTheOneFileThatIsAskedFor() throws IOException {
    repository.fetch(List.of(REF));

    assertThat(repository.read(tip, "m/a/x.json")).isPresent();

    Map<String, BlobId> files = repository.list(tip, "");
    assertThat(has(files.get("m/a/x.json"))).isTrue();
    assertThat(has(files.get("m/b/x.json"))).isFalse();
    assertThat(has(files.get("README.md"))).isFalse();
  }

  @Test
  void bringsNamesakesOfAListedFolderInOneExchange_andNothingElse() throws IOException {
    repository.fetch(List.of(REF));
    Map<String, BlobId> files = new HashMap<>(repository.list(tip, "m"));
    repository.read(tip, "m/a/x.json");
    int requests = server.requests();
    repository.read(tip, "m/b/x.json");
    repository.read(tip, "m/c/x.json");

    assertThat(server.requests()).isEqualTo(requests);
    assertThat(has(files.get("m/c/y.json"))).isFalse();
    assertThat(has(repository.list(tip, "").get("README.md"))).isFalse();
  }

  @Test
  void commitsAndPushesWithoutHistoryAndFiles() throws IOException {
    repository.fetch(List.of(REF));
    CommitId commit = repository.commit(draft(tip));

    assertThat(repository.push(List.of(RefUpdate.move(REF, tip, commit))))
        .containsExactly(new PushResult.Moved(REF));
    assertThat(has(older)).isFalse();
    assertThat(fixture.text(MAIN, "m/a/x.json")).contains("new");
    assertThat(fixture.text(MAIN, "m/b/x.json")).contains("b");
  }

  @Test
  @DisplayName("Fault row 46: a push that arrived though its answer was lost has moved the ref")
  void aPushWhoseAnswerWasLostIsMoved() {
    repository.fetch(List.of(REF));
    CommitId commit = repository.commit(draft(tip));
    server.dropNextAnswer();

    assertThat(repository.push(List.of(RefUpdate.move(REF, tip, commit))))
        .containsExactly(new PushResult.Moved(REF));
    assertThat(fixture.tip(MAIN)).contains(commit);
  }

  @Test
  void bringsTheHistoryOnce_whenItIsAskedFor() {
    repository.fetch(List.of(REF));
    assertThat(repository.log(LogQuery.historyOf("m/a/x.json", tip))).hasSize(2);
    int requests = server.requests();

    assertThat(repository.log(LogQuery.historyOf("m/c/y.json", tip))).hasSize(1);
    assertThat(server.requests()).isEqualTo(requests);
  }

  @Test
  void seesWhatOthersPushed_afterTheHistoryWasBroughtToo() {
    repository.fetch(List.of(REF));
    repository.log(LogQuery.historyOf("m/a/x.json", tip));
    CommitId one = fixture.commit(MAIN, Map.of("m/a/x.json", "one"));
    CommitId two = fixture.commit(MAIN, Map.of("m/a/x.json", "two"));

    CommitId now = repository.fetch(List.of(REF)).get(REF);

    assertThat(now).isEqualTo(two);
    assertThat(repository.log(LogQuery.between(tip, now)))
        .extracting(commit -> commit.id())
        .containsExactly(two, one);
  }

  @Test
  void buildsOnACommitThatIsNoTip() throws IOException {
    repository.fetch(List.of(REF));
    CommitId commit = repository.commit(draft(older));

    assertThat(repository.push(List.of(RefUpdate.create("refs/heads/side", commit))))
        .containsExactly(new PushResult.Moved("refs/heads/side"));
    assertThat(fixture.text("side", "m/b/x.json")).isEmpty();
  }

  private static CommitDraft draft(CommitId base) {
    return new CommitDraft(
        List.of(base),
        Map.of("m/a/x.json", Optional.of("new".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        "Change",
        new Person("Ada", "ada@example.com", GitFixture.START));
  }

  private boolean has(CommitId commit) throws IOException {
    return has(Ids.of(commit));
  }

  private boolean has(BlobId blob) throws IOException {
    return has(ObjectId.fromString(blob.hex()));
  }

  private boolean has(AnyObjectId id) throws IOException {
    return origin.objects().getObjectDatabase().has(id);
  }
}
