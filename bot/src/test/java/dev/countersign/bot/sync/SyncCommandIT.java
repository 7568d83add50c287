package dev.countersign.bot.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.chat.http.ChatServer;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code sync} as a scheduled job on GitLab and GitHub, over HTTP. */
class SyncCommandIT {
  private static final String REVIEW = "◆ Review: m 1.0.0 for production";

  @TempDir private Path folder;
  private SyncBench bench;

  private void start(SyncForge.Kind kind) throws IOException {
    bench = new SyncBench(folder, kind, "m");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  @DisplayName("I4, I5: what nobody awaited is proposed; the second job does and writes nothing")
  void proposesARunOnce(SyncForge.Kind kind) throws IOException {
    start(kind);
    Path bundle = bench.leave("m", 1);

    CommandRun first = bench.sync();

    assertThat(first.exitCode()).as(first::toString).isZero();
    assertThat(first.data().at("/runs/0/runId").asText()).isEqualTo("run-1");
    assertThat(first.data().at("/runs/0/bundle").asText()).isEqualTo(bundle.toString());
    assertThat(first.data().at("/runs/0/proposal/outcome").asText()).isEqualTo("proposed");
    assertThat(first.data().at("/runs/0/proposal/mergeRequest/number").asLong()).isEqualTo(1);
    assertThat(bench.told()).containsExactly(REVIEW);
    assertThat(first.toString()).doesNotContain(bench.forge().token(), ChatServer.CANARY);
    Map<String, CommitId> refs = bench.scenario().refs();
    bench.forge().journal().clear();

    CommandRun second = bench.sync();

    assertThat(second.exitCode()).as(second::toString).isZero();
    assertThat(second.data().path("runs")).isEmpty();
    assertThat(second.data().has("notifications")).isFalse();
    assertThat(bench.scenario().refs()).isEqualTo(refs);
    assertThat(bench.forge().journal().writes()).isZero();
    assertThat(bench.told()).hasSize(1);
    assertThat(bench.syncForPeople().out().strip()).isEqualTo("nothing to do");
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  @DisplayName("An older run never takes the place of a newer one, and is proposed to nobody")
  void proposesTheNewestOfMany(SyncForge.Kind kind) throws IOException {
    start(kind);
    bench.leave("m", 1);
    bench.leave("m", 2);

    CommandRun synced = bench.sync();

    assertThat(synced.data().at("/runs/0/runId").asText()).isEqualTo("run-2");
    assertThat(synced.data().at("/runs/0/proposal/outcome").asText()).isEqualTo("proposed");
    assertThat(synced.data().at("/runs/1/proposal/outcome").asText()).isEqualTo("older");
    assertThat(bench.told()).containsExactly(REVIEW);
    assertThat(bench.forge().memory().mergeRequests().all()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  void tellsOfAnApprovalThatCounts_once(SyncForge.Kind kind) throws IOException {
    start(kind);
    bench.leave("m", 1);
    bench.sync();

    bench.forge().approve(1, "carol");
    bench.sync();
    assertThat(bench.told()).as("carol is no approver").containsExactly(REVIEW);

    bench.forge().approve(1, "bob");
    CommandRun second = bench.sync();
    bench.sync();

    assertThat(second.data().at("/notifications/0/event").asText())
        .as(second::toString)
        .isEqualTo("approved");
    assertThat(bench.told()).containsExactly(REVIEW, "✔ Approved: m 1.0.0 in production");
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  void tellsOfAnApproval_alsoIfItWasMergedBeforeAnybodyLooked(SyncForge.Kind kind)
      throws IOException {
    start(kind);
    bench.leave("m", 1);
    bench.sync();

    bench.forge().approve(1, "bob");
    bench.forge().merge(1, "bob");
    CommandRun second = bench.sync();
    bench.sync();

    assertThat(bench.told())
        .as(second::toString)
        .containsExactly(REVIEW, "✔ Approved: m 1.0.0 in production");
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  @DisplayName("I6: what a person closed is told as rejected, once, and not proposed again")
  void tellsOfARejection_once(SyncForge.Kind kind) throws IOException {
    start(kind);
    bench.leave("m", 1);
    bench.sync();

    bench.forge().close(1, "bob");
    CommandRun second = bench.sync();
    bench.sync();

    assertThat(second.data().at("/notifications/0/event").asText())
        .as(second::toString)
        .isEqualTo("rejected");
    assertThat(bench.told()).containsExactly(REVIEW, "✖ Rejected: m 1.0.0 in production");
    assertThat(bench.forge().memory().mergeRequests().all()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  void saysNothingOfAMergeRequestThatTheBotClosed(SyncForge.Kind kind) throws IOException {
    start(kind);
    bench.leave("m", 1);
    bench.sync();

    bench.forge().close(1, bench.forge().login());
    CommandRun second = bench.sync();

    assertThat(second.exitCode()).as(second::toString).isZero();
    assertThat(bench.told()).containsExactly(REVIEW);
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  @DisplayName("I11: two jobs at once propose a run once, and tell each thing once")
  void twoJobsAtOnce(SyncForge.Kind kind) throws Exception {
    start(kind);
    bench.leave("m", 1);

    List<CommandRun> proposing = atOnce();
    bench.forge().approve(1, "bob");
    List<CommandRun> telling = atOnce();

    assertThat(proposing).allSatisfy(job -> assertThat(job.exitCode()).as(job::toString).isZero());
    assertThat(telling).allSatisfy(job -> assertThat(job.exitCode()).as(job::toString).isZero());
    assertThat(bench.forge().memory().mergeRequests().all()).hasSize(1);
    assertThat(bench.told()).containsExactly(REVIEW, "✔ Approved: m 1.0.0 in production");
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  @DisplayName("I11, fault row 64: a dead chat is a warning; the exit code stays")
  void warnsOfADeadChat(SyncForge.Kind kind) throws IOException {
    start(kind);
    bench.leave("m", 1);
    bench.sync();
    bench.forge().approve(1, "bob");
    bench.answer(aResponse().withStatus(500));

    CommandRun synced = bench.sync();

    assertThat(synced.exitCode()).as(synced::toString).isZero();
    assertThat(synced.data().at("/notifications/0/sent").asBoolean(true)).isFalse();
    assertThat(synced.err()).contains("warning: channel \"team\" was not told of \"approved\"");
  }

  private List<CommandRun> atOnce() throws Exception {
    int jobs = 2;
    CyclicBarrier start = new CyclicBarrier(jobs);
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Callable<CommandRun>> work = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        work.add(
            () -> {
              start.await();
              return bench.sync();
            });
      }
      List<CommandRun> ended = new ArrayList<>();
      for (Future<CommandRun> job : threads.invokeAll(work)) {
        ended.add(job.get());
      }
      return ended;
    } finally {
      threads.shutdownNow();
    }
  }
}
