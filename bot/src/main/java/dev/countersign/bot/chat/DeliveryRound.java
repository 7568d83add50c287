package dev.countersign.bot.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends messages, each channel on a thread of its own so that one that hangs delays no other;
 * within a channel in order. What has no answer when the time is up is given up.
 */
final class DeliveryRound {
  private final Duration limit;

  DeliveryRound(Duration limit) {
    this.limit = limit;
  }

  /** One report per message, in their order. */
  List<NoticeReport> deliver(List<Outgoing> messages) {
    if (messages.isEmpty()) {
      return List.of();
    }
    Map<String, ExecutorService> threads = new LinkedHashMap<>();
    try {
      List<Future<Delivery>> pending = new ArrayList<>();
      for (Outgoing message : messages) {
        ExecutorService thread =
            threads.computeIfAbsent(message.claim().channel(), DeliveryRound::thread);
        pending.add(thread.submit(() -> message.notifier().send(message.post())));
      }
      return collect(messages, pending);
    } finally {
      threads.values().forEach(ExecutorService::shutdownNow);
    }
  }

  private List<NoticeReport> collect(List<Outgoing> messages, List<Future<Delivery>> pending) {
    long until = System.nanoTime() + limit.toNanos();
    List<NoticeReport> reports = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      long left = Math.max(0, until - System.nanoTime());
      reports.add(messages.get(i).report(result(pending.get(i), left)));
    }
    return List.copyOf(reports);
  }

  private Delivery result(Future<Delivery> pending, long nanos) {
    try {
      return pending.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      pending.cancel(true);
      return new Delivery.Failed(
          "no answer within %s; it may have arrived all the same".formatted(words(limit)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Failed("interrupted; it may have arrived all the same");
    } catch (CancellationException | ExecutionException e) {
      return new Delivery.Failed("something unexpected happened while it was sent");
    }
  }

  private static String words(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  /** A daemon: a channel that never answers must not keep the process alive. */
  private static ExecutorService thread(String channel) {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, "chat " + channel);
          thread.setDaemon(true);
          return thread;
        });
  }
}
