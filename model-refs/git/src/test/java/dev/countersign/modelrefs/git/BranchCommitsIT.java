package dev.countersign.modelrefs.git;

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

@DisplayName("I7: the content of a branch is what its commits change relative to each parent")
class BranchCommitsIT {
  private GitFixture fixture;
  private GitRepository git;
  private CommitId base;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = GitFixture.withMain(folder);
    git = fixture.open();
    base = fixture.tip(GitFixture.MAIN).orElseThrow();
  }

  @AfterEach
  void close() {
    git.close();
    fixture.close();
  }

  @Test
  void leavesOutMergesOfTheTarget() {
    fixture.point("branch", Optional.of(base));
    CommitId own = fixture.commit("branch", Map.of("a.txt", "a"));
    CommitId target = fixture.commit(GitFixture.MAIN, Map.of("b.txt", "b"));
    CommitId head = fixture.merge("branch", GitFixture.MAIN, Map.of("b.txt", "b"));

    BranchCommits found = BranchCommits.of(git, target, head);

    assertThat(found.all()).extracting(GitCommit::id).containsExactly(head, own);
    assertThat(found.content()).extracting(GitCommit::id).containsExactly(own);
    assertThat(found.paths()).containsExactly("a.txt");
  }

  @Test
  void namesWhatAMergeHides() {
    fixture.point("branch", Optional.of(base));
    fixture.commit("branch", Map.of("a.txt", "a"));
    CommitId target = fixture.commit(GitFixture.MAIN, Map.of("b.txt", "b"));
    CommitId head = fixture.merge("branch", GitFixture.MAIN, Map.of("b.txt", "evil"));

    assertThat(BranchCommits.of(git, target, head).paths()).containsExactly("a.txt", "b.txt");
  }

  @Test
  void isNothing_whereTheTargetHasTheHead() {
    CommitId target = fixture.commit(GitFixture.MAIN, Map.of("b.txt", "b"));

    assertThat(BranchCommits.of(git, target, base).all()).isEmpty();
  }

  @Test
  void takesAsManyAsAMergeRequestMayHave_andRefusesOneMore() {
    CommitId most = chain(base, 5);
    assertThat(BranchCommits.of(git, base, most, 5).content()).hasSize(5);

    CommitId tooMany = chain(most, 1);

    assertThatThrownBy(() -> BranchCommits.of(git, base, tooMany, 5))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(e.explanation())
                  .contains("\"" + tooMany + "\" has more than 5 commits", base.toString());
            });
  }

  /** Commits on each other that each change the same file. */
  private CommitId chain(CommitId from, int length) {
    CommitId head = from;
    for (int i = 0; i < length; i++) {
      byte[] content = (head + "").getBytes(StandardCharsets.UTF_8);
      head =
          git.commit(
              new CommitDraft(
                  List.of(head),
                  Map.of("hidden.txt", Optional.of(content)),
                  "One of many\n",
                  fixture.person("Ada")));
    }
    return head;
  }
}
