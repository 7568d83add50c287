package dev.countersign.modelrefs.artifact.digest;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Applies a function to many items on a few threads that live no longer than the call. */
public final class BoundedParallel {
  private final int threads;

  /**
   * @param threads at least 1
   */
  public BoundedParallel(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed");
    }
    this.threads = threads;
  }

  /** As many threads as the machine has processors. */
  public static BoundedParallel ofProcessors() {
    return new BoundedParallel(Runtime.getRuntime().availableProcessors());
  }

  /**
   * The results in the order of the items. After a failure no further item is started, all threads
   * have ended, and the failure is thrown.
   *
   * @throws CountersignException {@link ErrorCode#INTERRUPTED}, or what the function throws
   */
  public <A, B> List<B> map(List<A> items, Function<A, B> function) {
    if (threads == 1 || items.size() <= 1) {
      return items.stream().map(function).toList();
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(threads, items.size()), BoundedParallel::daemon);
    try {
      AtomicReference<RuntimeException> failed = new AtomicReference<>();
      List<Future<B>> running = new ArrayList<>();
      items.forEach(item -> running.add(pool.submit(() -> unless(failed, function, item))));
      pool.shutdown();
      List<B> results = new ArrayList<>(items.size());
      for (Future<B> future : running) {
        results.add(result(future));
      }
      return results;
    } finally {
      end(pool);
    }
  }

  /** An item that is passed over fails as the one did that was the first to fail. */
  private static <A, B> B unless(
      AtomicReference<RuntimeException> failed, Function<A, B> function, A item) {
    RuntimeException before = failed.get();
    if (before != null) {
      throw before;
    }
    try {
      return function.apply(item);
    } catch (RuntimeException e) {
      failed.compareAndSet(null, e);
      throw e;
    }
  }

  /** A thread that does not keep the process alive. */
  public static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "countersign-hashing");
    thread.setDaemon(true);
    return thread;
  }

  /** The result of a task, or what it threw. */
  public static <B> B result(Future<B> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(ErrorCode.INTERRUPTED, "hashing was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new CountersignException(ErrorCode.BUG, "hashing failed", e);
    }
  }

  /** Files are closed and temporary ones removed before the caller goes on. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
