package dev.countersign.bot.forge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I5: killed anywhere and run again, the end is that of an undisturbed run. Times are fixed, so
 * equal histories are equal commits, and the refs of two repositories can be compared.
 */
class LocalForgeKillIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String PATH = "model-refs/diamonds-price/production/model-reference.json";
  private static final MergeRequestDraft DRAFT =
      new MergeRequestDraft(SOURCE, ForgeBench.TARGET, "Promote", "body", List.of(), false);

  @TempDir private Path folder;

  /** One step of a promotion, as a process of its own would do it. */
  @FunctionalInterface
  private interface Step {
    void run(GitRepository repository);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @DisplayName("I5, fault row 46: killed before and after a push, opening opens one")
  void openingSurvives(int arriving) {
    assertSameEnd(arriving, bench -> {}, repository -> forge(repository).open(DRAFT));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @DisplayName("I5: killed before and after its push, an approval is recorded once")
  void approvingSurvives(int arriving) {
    assertSameEnd(
        arriving,
        bench -> bench.forge().open(DRAFT),
        repository -> desk(repository).approve(decision(repository), false));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  @DisplayName("I5: killed before, after and in the middle of its push, a merge is one merge")
  void mergingSurvives(int arriving) {
    assertSameEnd(
        arriving,
        bench -> bench.forge().open(DRAFT),
        repository -> desk(repository).merge(decision(repository)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @DisplayName("I5: killed before and after its push, pictures are stored once")
  void attachingSurvives(int arriving) {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
    Attachment picture = new Attachment(new ArtifactPath("a/residuals.png"), png);
    assertSameEnd(arriving, bench -> {}, repository -> forge(repository).attach(List.of(picture)));
  }

  @Test
  @DisplayName("I5: the merge that was killed in the middle is recorded by whoever looks next")
  void looking_recordsTheMergeThatWasKilled() {
    try (LocalForgeBench bench = prepared("killed")) {
      bench.forge().open(DRAFT);
      killed(bench, 1, repository -> desk(repository).merge(decision(repository)));

      LocalMergeRequest seen = bench.localForge().get(1);

      assertThat(seen.mergeCommit()).isEqualTo(bench.tip(ForgeBench.TARGET));
      assertThat(bench.tip(SOURCE)).isEmpty();
    }
  }

  private void assertSameEnd(int arriving, Consumer<LocalForgeBench> before, Step step) {
    try (LocalForgeBench undisturbed = prepared("undisturbed");
        LocalForgeBench disturbed = prepared("disturbed")) {
      before.accept(undisturbed);
      before.accept(disturbed);
      run(undisturbed, step);
      killed(disturbed, arriving, step);
      run(disturbed, step);

      assertThat(refs(disturbed)).isEqualTo(refs(undisturbed));
    }
  }

  private LocalForgeBench prepared(String name) {
    LocalForgeBench bench = new LocalForgeBench(folder.resolve(name));
    bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), PATH, "one");
    return bench;
  }

  private static void run(LocalForgeBench bench, Step step) {
    try (GitRepository repository = bench.repository()) {
      step.run(repository);
    }
  }

  private static void killed(LocalForgeBench bench, int arriving, Step step) {
    try (GitRepository repository = new DyingRepository(bench.repository(), arriving)) {
      assertThatThrownBy(() -> step.run(repository)).isInstanceOf(DyingRepository.Killed.class);
    }
  }

  private static Map<String, CommitId> refs(LocalForgeBench bench) {
    try (GitRepository repository = bench.repository()) {
      return new TreeMap<>(repository.fetch(List.of("refs/heads/*", MergeRequestChains.ALL)));
    }
  }

  private static LocalForge forge(GitRepository repository) {
    return new LocalForge(repository, LocalForgeBench.SETTINGS);
  }

  private static LocalDesk desk(GitRepository repository) {
    return new LocalDesk(repository, LocalForgeBench.SETTINGS, MergeRule.NO_DRAFTS);
  }

  /** What a person decided before the process began: about the head that was pushed. */
  private static Decision decision(GitRepository repository) {
    CommitId head =
        new MergeRequestChains(repository)
            .read(
                1, repository.fetch(List.of("refs/countersign/mr/1")).get("refs/countersign/mr/1"))
            .head();
    return new Decision(1, head, LocalForgeBench.person("alice"));
  }
}
