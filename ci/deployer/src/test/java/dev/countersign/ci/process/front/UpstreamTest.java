package dev.countersign.ci.process.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UpstreamTest {
  @Test
  void takesNoRequest_onceItIsRetired() throws Exception {
    Upstream upstream = new Upstream(1);
    assertThat(upstream.enter()).isTrue();
    upstream.leave();

    assertThat(upstream.retire(Duration.ZERO)).isTrue();
    assertThat(upstream.enter()).isFalse();
  }

  @Test
  void waitsForTheLastAnswer() throws Exception {
    Upstream upstream = new Upstream(1);
    upstream.enter();
    assertThat(upstream.retire(Duration.ZERO)).isFalse();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<Boolean> retired = thread.submit(() -> upstream.retire(Duration.ofMinutes(1)));

    upstream.leave();

    assertThat(retired.get()).isTrue();
    thread.shutdown();
  }

  /** Every upstream counts its requests in and out; once idle after retirement, it stays idle. */
  @Test
  void neverGivesARequestToAnUpstreamThatWasFoundIdle() throws Exception {
    ActiveUpstream active = new ActiveUpstream();
    active.set(Optional.of(new Upstream(0)));
    AtomicInteger highestRetired = new AtomicInteger(-1);
    AtomicBoolean running = new AtomicBoolean(true);
    AtomicInteger late = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(
          threads.submit(
              () -> {
                while (running.get()) {
                  Upstream upstream = active.enter().orElseThrow();
                  if (upstream.port() <= highestRetired.get()) {
                    late.incrementAndGet();
                  }
                  upstream.leave();
                }
              }));
    }

    for (int port = 1; port <= 2000; port++) {
      Upstream old = active.enter().orElseThrow();
      old.leave();
      active.set(Optional.of(new Upstream(port)));
      assertThat(old.retire(Duration.ofMinutes(1))).isTrue();
      highestRetired.set(old.port());
    }
    running.set(false);
    for (Future<?> client : clients) {
      client.get();
    }
    threads.shutdown();
    assertThat(late).hasValue(0);
  }
}
