package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bots that do not know of each other, on one repository. */
class GitHubManyBotsIT {
  private static final int MODELS = 50;

  @TempDir private Path folder;
  private GitHubBench bench;
  private ExecutorService bots;

  @BeforeEach
  void start() {
    bench = new GitHubBench(folder.resolve("models.git"));
    bots = Executors.newFixedThreadPool(8);
  }

  @AfterEach
  void stop() {
    bots.shutdownNow();
    bench.close();
  }

  @Test
  @DisplayName("Fault row 44: fifty models proposed at once, each by two bots, land once each")
  void everyModelLandsOnce() throws Exception {
    CommitId base = bench.tip(ForgeBench.TARGET).orElseThrow();
    List<Callable<Long>> proposals = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      MergeRequestDraft draft = draft(i);
      bench.push(draft.source(), base, "model-" + i + ".json", "{}");
      proposals.add(() -> bench.gitHubForge().open(draft).number());
      proposals.add(() -> bench.gitHubForge().open(draft).number());
    }

    List<Future<Long>> numbers = bots.invokeAll(proposals);

    for (int i = 0; i < MODELS; i++) {
      assertThat(numbers.get(2 * i).get()).isEqualTo(numbers.get(2 * i + 1).get());
    }
    assertThat(bench.gitHub().forge().mergeRequests().all())
        .extracting(FakeMergeRequest::source)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MODELS).mapToObj(i -> draft(i).source()).toList());
  }

  @Test
  @DisplayName("I5: two bots that say the same comment at once leave one they both know")
  void bothKnowTheSameComment() throws Exception {
    MergeRequestDraft draft = draft(0);
    bench.push(draft.source(), bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", "{}");
    long number = bench.forge().open(draft).number();
    bots.invokeAll(
        List.of(
            () -> say(number, "first"), () -> say(number, "first"), () -> say(number, "first")));

    long before = bench.gitHub().journal().writes();
    say(number, "first");

    assertThat(bench.gitHub().journal().writes()).isEqualTo(before);
  }

  private long say(long number, String text) {
    bench.gitHubForge().comment(number, "topic", text);
    return number;
  }

  private static MergeRequestDraft draft(int index) {
    return new MergeRequestDraft(
        "countersign/model-" + index + "/production",
        ForgeBench.TARGET,
        "Promote",
        "text",
        List.of("ml"),
        false);
  }
}
