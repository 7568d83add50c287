package dev.countersign.modelrefs.git;

import static dev.countersign.modelrefs.git.testing.GitFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link GitRepository} does, however it reaches its repository. */
public abstract class GitRepositoryContract {
  private static final String REF = GitFixture.ref(MAIN);

  @TempDir Path folder;
  private GitFixture fixture;
  private GitRepository repository;

  /** Opens the fixture's repository the way under test, with the bot's key. */
  protected abstract GitRepository open(GitFixture fixture) throws Exception;

  @BeforeEach
  void openRepository() throws Exception {
    fixture = GitFixture.withMain(folder);
    repository = open(fixture);
  }

  @AfterEach
  void close() {
    repository.close();
    fixture.close();
  }

  @Test
  void fetchesExactRefsAndPrefixes_andLeavesOutWhatDoesNotExist() {
    CommitId main = fixture.tip(MAIN).orElseThrow();
    CommitId bot = fixture.botCommit("countersign/a/production", main, Map.of("a", "1"));

    assertThat(
            repository.fetch(
                List.of(REF, "refs/heads/countersign/*", "refs/heads/none", "refs/x/*")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(REF, main, "refs/heads/countersign/a/production", bot));
  }

  @Test
  void readsAFileAtACommit_notAtTheTip() {
    CommitId first = fixture.commit(MAIN, Map.of("deep/er/file.txt", "one"));
    CommitId second = fixture.commit(MAIN, Map.of("deep/er/file.txt", "two"));
    repository.fetch(List.of(REF));

    assertThat(text(second, "deep/er/file.txt")).contains("two");
    assertThat(text(first, "deep/er/file.txt")).contains("one");
    assertThat(text(second, "deep/er")).isEmpty();
    assertThat(text(second, "nowhere")).isEmpty();
    assertThat(text(second, "")).isEmpty();
  }

  @Test
  void listsTheFilesBelowAFolder() {
    fixture.commit(MAIN, Map.of("m/b/x.json", "1", "m/a/x.json", "2", "m-other/y", "3"));
    CommitId tip = repository.fetch(List.of(REF)).get(REF);

    assertThat(repository.list(tip, "m").keySet()).containsExactly("m/a/x.json", "m/b/x.json");
    assertThat(repository.list(tip, "").keySet())
        .containsExactly("README.md", "m-other/y", "m/a/x.json", "m/b/x.json");
    assertThat(repository.list(tip, "README.md")).isEmpty();
    assertThat(repository.list(tip, "none")).isEmpty();
    assertThat(text(tip, "m/a/x.json")).contains("2");
  }

  @Test
  void aCommitBecomesVisibleOnlyByPush() {
    CommitId base = repository.fetch(List.of(REF)).get(REF);
    CommitId commit = repository.commit(draft(List.of(base), Map.of("a/b/c", "new")));
    assertThat(fixture.tip(MAIN)).contains(base);

    assertThat(repository.push(List.of(RefUpdate.move(REF, base, commit))))
        .containsExactly(new PushResult.Moved(REF));
    assertThat(fixture.tip(MAIN)).contains(commit);
    assertThat(fixture.text(MAIN, "a/b/c")).contains("new");
    assertThat(fixture.text(MAIN, "README.md")).contains("# Models\n");
  }

  @Test
  void equalDraftsAreEqualCommits() {
    CommitId base = repository.fetch(List.of(REF)).get(REF);
    CommitDraft draft = draft(List.of(base), Map.of("a", "1", "b", "2"));

    assertThat(repository.commit(draft)).isEqualTo(repository.commit(draft));
  }

  @Test
  @DisplayName("Fault row 44: a lost race is a value and overwrites nothing")
  void pushIsStale_whenTheRefMoved() {
    CommitId base = repository.fetch(List.of(REF)).get(REF);
    CommitId mine = repository.commit(draft(List.of(base), Map.of("a", "mine")));
    CommitId theirs = fixture.commit(MAIN, Map.of("a", "theirs"));

    assertThat(repository.push(List.of(RefUpdate.move(REF, base, mine))))
        .containsExactly(new PushResult.Stale(REF));
    assertThat(fixture.tip(MAIN)).contains(theirs);
  }

  @Test
  @DisplayName("Fault row 45: somebody pushed to the bot's branch; the lease leaves it alone")
  void pushIsStale_whenAPersonPushedToTheBotsBranch() {
    String branch = "countersign/a/production";
    CommitId main = fixture.tip(MAIN).orElseThrow();
    CommitId bots = fixture.botCommit(branch, main, Map.of("a", "1"));
    repository.fetch(List.of(REF, GitFixture.ref(branch)));
    CommitId again = repository.commit(draft(List.of(main), Map.of("a", "2")));
    CommitId theirs = fixture.commit(branch, Map.of("b", "a person's"));

    assertThat(repository.push(List.of(RefUpdate.move(GitFixture.ref(branch), bots, again))))
        .containsExactly(new PushResult.Stale(GitFixture.ref(branch)));
    assertThat(fixture.tip(branch)).contains(theirs);
  }

  @Test
  void aBranchIsRecreatedOnItsBase_withTheLeaseOnly() {
    String ref = "refs/heads/countersign/a/production";
    CommitId base = repository.fetch(List.of(REF)).get(REF);
    CommitId first = repository.commit(draft(List.of(base), Map.of("a", "1")));
    CommitId second = repository.commit(draft(List.of(base), Map.of("a", "2")));
    repository.push(List.of(RefUpdate.create(ref, first)));

    assertThat(repository.push(List.of(RefUpdate.move(ref, first, second))))
        .containsExactly(new PushResult.Moved(ref));
    assertThat(repository.push(List.of(RefUpdate.create(ref, first))))
        .containsExactly(new PushResult.Stale(ref));
    assertThat(fixture.tip(ref)).contains(second);
  }

  @Test
  void aPushThatHadArrivedIsMoved_whenRepeated() {
    String ref = "refs/heads/new";
    CommitId base = repository.fetch(List.of(REF)).get(REF);
    CommitId commit = repository.commit(draft(List.of(base), Map.of("a", "1")));
    List<RefUpdate> push = List.of(RefUpdate.create(ref, commit));

    assertThat(repository.push(push)).containsExactly(new PushResult.Moved(ref));
    assertThat(repository.push(push)).containsExactly(new PushResult.Moved(ref));
  }

  @Test
  void deletesARef_onlyWithTheExpectedCommit() {
    CommitId base = fixture.tip(MAIN).orElseThrow();
    CommitId other = fixture.botCommit("old", base, Map.of("a", "1"));
    repository.fetch(List.of(REF));
    String ref = GitFixture.ref("old");

    assertThat(repository.push(List.of(RefUpdate.delete(ref, base))))
        .containsExactly(new PushResult.Stale(ref));
    assertThat(repository.push(List.of(RefUpdate.delete(ref, other))))
        .containsExactly(new PushResult.Moved(ref));
    assertThat(fixture.tip("old")).isEmpty();
  }

  @Test
  void severalRefsMoveTogetherOrNotAtAll() {
    CommitId base = repository.fetch(List.of(REF)).get(REF);
    CommitId commit = repository.commit(draft(List.of(base), Map.of("a", "1")));
    List<PushResult> results =
        repository.push(
            List.of(RefUpdate.create("refs/heads/new", commit), RefUpdate.create(REF, commit)));

    assertThat(results.get(0)).isInstanceOf(PushResult.Refused.class);
    assertThat(results.get(1)).isEqualTo(new PushResult.Stale(REF));
    assertThat(fixture.tip("new")).isEmpty();
    assertThat(
            repository.push(
                List.of(
                    RefUpdate.create("refs/heads/new", commit), RefUpdate.move(REF, base, commit))))
        .containsExactly(new PushResult.Moved("refs/heads/new"), new PushResult.Moved(REF));
  }

  @Test
  void logFollowsAPathAlongFirstParents() {
    CommitId one = fixture.commit(MAIN, Map.of("p/x", "1"));
    fixture.commit(MAIN, Map.of("other", "1"));
    CommitId side = fixture.botCommit("side", one, Map.of("p/x", "2"));
    CommitId merge = fixture.merge(MAIN, "side", Map.of("p/x", "2"));
    CommitId removed = fixture.remove(MAIN, "p/x");
    CommitId tip = repository.fetch(List.of(REF)).get(REF);

    List<GitCommit> history = repository.log(LogQuery.historyOf("p/x", tip));

    assertThat(history).extracting(GitCommit::id).containsExactly(removed, merge, one);
    assertThat(history.get(1).parents()).contains(side);
    assertThat(history.get(0).changes().get(0).get(0).after()).isEmpty();
  }

  @Test
  @DisplayName("I7: a merge of the base changes nothing against one of its parents")
  void logTellsChangesPerParent() {
    CommitId base = fixture.tip(MAIN).orElseThrow();
    CommitId bots = fixture.botCommit("side", base, Map.of("a", "bot"));
    fixture.commit(MAIN, Map.of("b", "person"));
    CommitId merge = fixture.merge("side", MAIN, Map.of("b", "person"));
    Map<String, CommitId> tips = repository.fetch(List.of(REF, GitFixture.ref("side")));

    List<GitCommit> commits = repository.log(LogQuery.between(tips.get(REF), merge));

    assertThat(commits).extracting(GitCommit::id).containsExactly(merge, bots);
    assertThat(commits.get(0).changes())
        .extracting(changes -> changes.stream().map(PathChange::path).toList())
        .containsExactly(List.of("b"), List.of("a"));
    assertThat(commits.get(1).changes()).hasSize(1);
  }

  @Test
  void excludingLeavesOutWhatIsReachable_alongFirstParentsToo() {
    CommitId base = fixture.tip(MAIN).orElseThrow();
    CommitId bots = fixture.botCommit("side", base, Map.of("a", "bot"));
    CommitId main = fixture.merge(MAIN, "side", Map.of("a", "bot"));
    CommitId later = fixture.botCommit("side", bots, Map.of("a", "again"));
    repository.fetch(List.of(REF, GitFixture.ref("side")));

    assertThat(repository.log(new LogQuery(later, Optional.of(main), Optional.empty(), true, 10)))
        .extracting(GitCommit::id)
        .containsExactly(later);
    assertThat(repository.log(LogQuery.between(later, base))).isEmpty();
  }

  @Test
  @DisplayName("I6, I7: the bot's commits carry its signature, a person's do not")
  void signsWithTheKey() {
    CommitId base = repository.fetch(List.of(REF)).get(REF);
    CommitId commit = repository.commit(draft(List.of(base), Map.of("a", "1")));

    List<GitCommit> log =
        repository.log(new LogQuery(commit, Optional.empty(), Optional.empty(), true, 5));

    assertThat(log.get(0).signature()).contains(new Signature(fixture.botKey().publicKey()));
    assertThat(log.get(1).signature()).isEmpty();
    assertThat(log.get(0).message()).isEqualTo("Déjà vu\n\nbody");
    assertThat(log.get(0).author().name()).isEqualTo("Zoë");
    assertThat(log.get(0).committer().when()).isEqualTo(GitFixture.START);
  }

  @Test
  @DisplayName("Fault row 53: an unknown commit is named")
  void saysSo_whenACommitIsNotThere() {
    repository.fetch(List.of(REF));
    CommitId unknown = new CommitId("1234567890123456789012345678901234567890");

    assertThatThrownBy(() -> repository.read(unknown, "README.md"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
              assertThat(e).hasMessageContaining(unknown.hex());
            });
  }

  @Test
  void startsABranchFromNothing() {
    repository.fetch(List.of(REF));
    CommitId root = repository.commit(draft(List.of(), Map.of("log/a.jsonl", "line\n")));

    assertThat(repository.push(List.of(RefUpdate.create("refs/heads/orphan", root))))
        .containsExactly(new PushResult.Moved("refs/heads/orphan"));
    assertThat(fixture.text("orphan", "log/a.jsonl")).contains("line\n");
    assertThat(fixture.text("orphan", "README.md")).isEmpty();
  }

  private Optional<String> text(CommitId commit, String path) {
    return repository.read(commit, path).map(b -> new String(b, StandardCharsets.UTF_8));
  }

  private static CommitDraft draft(List<CommitId> parents, Map<String, String> files) {
    Map<String, Optional<byte[]>> changes = new java.util.HashMap<>();
    files.forEach((p, text) -> changes.put(p, Optional.of(text.getBytes(StandardCharsets.UTF_8))));
    Person author = new Person("Zoë", "zoe@example.com", GitFixture.START);
    return new CommitDraft(parents, changes, "Déjà vu\n\nbody", author);
  }
}
