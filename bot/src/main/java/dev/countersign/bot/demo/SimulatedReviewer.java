package dev.countersign.bot.demo;

import dev.countersign.modelrefs.value.CommitId;
import java.util.List;

/** Countersigns at once in the name of a second identity; the record says that it was simulated. */
final class SimulatedReviewer implements Reviewer {
  private static final String BOB = "bob";

  @Override
  public CommitId countersign(long request, StoryRunner runner) {
    String number = Long.toString(request);
    runner.step(
        "approve " + number,
        0,
        List.of("approve", number, "--as", BOB, "--simulated"),
        data -> "bob approved (simulated)");
    return new CommitId(
        runner
            .step(
                "merge " + number,
                0,
                List.of("merge", number, "--as", BOB),
                data -> "merged as " + data.path("mergeCommit").asText().substring(0, 10))
            .data()
            .path("mergeCommit")
            .asText());
  }
}
