package dev.countersign.bot.cli.command;

import dev.countersign.bot.propose.ProposalListener;
import dev.countersign.bot.propose.ProposalStep;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells people each step of a proposal as it begins and, at intervals, that it still goes on: a CI
 * that hears nothing for long ends the job. Used by one thread; close it.
 */
final class StepProgress implements ProposalListener, AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final Consumer<String> terminal;
  private final Duration interval;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(StepProgress::daemon);
  private Future<?> ticking = CompletableFuture.completedFuture("nothing yet");

  /**
   * @param terminal takes one line at a time, from any thread
   */
  StepProgress(Consumer<String> terminal) {
    this(terminal, INTERVAL);
  }

  StepProgress(Consumer<String> terminal, Duration interval) {
    this.terminal = terminal;
    this.interval = interval;
  }

  /** A step begins; the one before has ended. */
  void begin(String step) {
    end();
    terminal.accept("  " + step + " ...");
    long start = System.nanoTime();
    ticking =
        clock.scheduleAtFixedRate(
            () -> terminal.accept("  %s: %d s so far".formatted(step, secondsSince(start))),
            interval.toMillis(),
            interval.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void before(ProposalStep step) {
    begin(words(step));
  }

  private static String words(ProposalStep step) {
    return switch (step) {
      case ARTIFACT -> "storing the artifact";
      case EVIDENCE -> "storing report, predictions and training rows";
      case PICTURES -> "storing the plots";
      case BRANCH -> "writing the branch";
      case MERGE_REQUEST -> "opening or updating the merge request";
      case SIGNALS -> "asking reviewers, setting statuses";
      case OUTCOME -> "recording the outcome";
    };
  }

  @Override
  public void after(ProposalStep step) {
    end();
  }

  private void end() {
    ticking.cancel(false);
  }

  private static long secondsSince(long start) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "progress");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
