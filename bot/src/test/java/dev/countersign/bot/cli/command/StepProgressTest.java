package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.propose.ProposalStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** People hear of each step, and of a long one again and again. */
class StepProgressTest {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void saysAgainThatALongStepGoesOn_untilTheNext() throws InterruptedException {
    try (StepProgress progress = new StepProgress(told::add, Duration.ofMillis(1))) {
      progress.before(ProposalStep.ARTIFACT);

      assertThat(next()).isEqualTo("  storing the artifact ...");
      assertThat(next()).startsWith("  storing the artifact: ").endsWith(" s so far");
      assertThat(next()).startsWith("  storing the artifact: ");
    }
  }

  @Test
  void saysEachShortStepOnce() {
    try (StepProgress progress = new StepProgress(told::add, Duration.ofHours(1))) {
      progress.begin("run bundle");
      progress.before(ProposalStep.MERGE_REQUEST);
      progress.after(ProposalStep.MERGE_REQUEST);
    }

    List<String> lines = new ArrayList<>();
    told.drainTo(lines);
    assertThat(lines)
        .containsExactly("  run bundle ...", "  opening or updating the merge request ...");
  }

  private String next() throws InterruptedException {
    return String.valueOf(told.poll(30, TimeUnit.SECONDS));
  }
}
