package dev.countersign.bot.demo;

import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.SessionOptions;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for the person before the screen: the clicks on the page, or {@code y} in the terminal. */
final class InteractiveReviewer implements Reviewer {
  private static final long LOOK_EVERY_MILLIS = 500;

  private final SessionOptions repository;
  private final URI page;
  private final BooleanSupplier saidYes;

  /**
   * @param page where the review page answers
   * @param saidYes whether the person has typed {@code y} since it was asked last; never blocks
   */
  InteractiveReviewer(SessionOptions repository, URI page, BooleanSupplier saidYes) {
    this.repository = repository;
    this.page = page;
    this.saidYes = saidYes;
  }

  @Override
  public CommitId countersign(long request, StoryRunner runner) {
    runner.narrator().say("");
    runner
        .narrator()
        .say("Your turn. Look at the model: " + page.resolve("merge-requests/" + request));
    runner.narrator().say("Approve and merge there as bob, or type y and Enter here.");
    while (true) {
      Optional<CommitId> merged = merged(request);
      if (merged.isPresent()) {
        return merged.get();
      }
      if (saidYes.getAsBoolean()) {
        return new SimulatedReviewer().countersign(request, runner);
      }
      rest();
    }
  }

  private Optional<CommitId> merged(long request) {
    try (Session session = Session.open(repository)) {
      return session.desk().find(request).mergeCommit();
    }
  }

  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(ErrorCode.INTERRUPTED, "the demo was stopped", e);
    }
  }
}
