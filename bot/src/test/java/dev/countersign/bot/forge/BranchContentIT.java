package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.local.LocalForgeBench;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchContentIT {
  private static final String BRANCH = "feature";

  @TempDir private Path folder;
  private LocalForgeBench bench;
  private CommitId base;

  @BeforeEach
  void setUp() {
    bench = new LocalForgeBench(folder.resolve("models.git"));
    base = bench.tip(ForgeBench.TARGET).orElseThrow();
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void isEverythingSinceTheBranchLeft() {
    CommitId first = bench.push(BRANCH, base, "a.txt", "a");
    CommitId head = bench.push(BRANCH, first, "b.txt", "b");
    CommitId target = bench.push(ForgeBench.TARGET, base, "c.txt", "c");

    BranchContent content = between(target, head);

    assertThat(content.base()).isEqualTo(base);
    assertThat(content.paths()).containsExactly("a.txt", "b.txt");
  }

  @Test
  @DisplayName("I7: a merge of the target into the branch is not content")
  void isNotWhatTheTargetBrought() {
    CommitId own = bench.push(BRANCH, base, "a.txt", "a");
    CommitId target = bench.push(ForgeBench.TARGET, base, "c.txt", "c");
    CommitId updated = bench.merge(BRANCH, List.of(own, target), "c.txt", "c");

    BranchContent content = between(target, updated);

    assertThat(content.base()).isEqualTo(target);
    assertThat(content.paths()).containsExactly("a.txt");
  }

  @Test
  @DisplayName("I7: a merge that changes a path relative to each of its parents is content")
  void isWhatAMergeCommitHides() {
    CommitId own = bench.push(BRANCH, base, "a.txt", "a");
    CommitId target = bench.push(ForgeBench.TARGET, base, "c.txt", "c");
    CommitId evil = bench.merge(BRANCH, List.of(own, target), "evil.txt", "evil");

    assertThat(between(target, evil).paths()).contains("a.txt", "evil.txt");
  }

  @Test
  void isNothing_whenTheTargetHasItAll() {
    CommitId head = bench.push(BRANCH, base, "a.txt", "a");
    CommitId target = bench.push(ForgeBench.TARGET, head, "b.txt", "b");

    BranchContent content = between(target, head);

    assertThat(content.base()).isEqualTo(head);
    assertThat(content.paths()).isEmpty();
  }

  private BranchContent between(CommitId target, CommitId head) {
    try (GitRepository repository = bench.repository()) {
      return BranchContent.between(repository, target, head);
    }
  }
}
