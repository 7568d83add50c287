package dev.countersign.modelrefs.artifact.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BoundedParallelTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

  private final Set<Integer> begun = ConcurrentHashMap.newKeySet();

  @AfterEach
  void leaveNoInterruptToTheNextTest() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 200})
  void keepsTheOrderOfTheItems(int threads) {
    assertThat(new BoundedParallel(threads).map(ITEMS, item -> item * item))
        .containsExactlyElementsOf(ITEMS.stream().map(item -> item * item).toList());
  }

  @Test
  void beginsNoFurtherItem_afterOneHasFailed_whileOneBeforeItStillGoesOn() {
    CompletableFuture<Thread> failing = new CompletableFuture<>();
    CountDownLatch bothBegun = new CountDownLatch(2);
    Function<Integer, Integer> work =
        item -> {
          begun.add(item);
          bothBegun.countDown();
          await(bothBegun);
          if (item == 1) {
            failing.complete(Thread.currentThread());
            throw new IllegalStateException("item 1 failed");
          }
          join(failing.join());
          return item;
        };

    assertThatThrownBy(() -> new BoundedParallel(2).map(ITEMS, work))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("item 1 failed");
    assertThat(begun).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void returnsOnlyWhenEveryThreadHasEnded_alsoIfInterruptedTwice() {
    Thread caller = Thread.currentThread();
    CountDownLatch bothBegun = new CountDownLatch(2);
    AtomicBoolean ended = new AtomicBoolean();
    Function<Integer, Integer> work =
        item -> {
          bothBegun.countDown();
          await(bothBegun);
          if (item == 0) {
            caller.interrupt();
            waitForTheEnd();
            caller.interrupt();
            ended.set(true);
          }
          return item;
        };

    assertThatThrownBy(() -> new BoundedParallel(2).map(List.of(0, 1), work))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
    assertThat(ended).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until a thread finds nothing left to do. */
  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until the caller has given up and asks its threads to end. */
  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.interrupted();
    }
  }
}
