package dev.countersign.bot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many API calls a job costs that looks after fifty models; the counts are in the report. */
class SyncEconomyIT {
  private static final int MODELS = 50;

  @TempDir private Path folder;
  private SyncBench bench;

  private void start(SyncForge.Kind kind, Duration ago) throws IOException {
    String[] models = IntStream.range(0, MODELS).mapToObj(i -> "m-" + i).toArray(String[]::new);
    bench = new SyncBench(folder, kind, models);
    bench.scenario().configure(SyncEconomyIT::patient);
    FakeForge memory = bench.forge().memory();
    memory.clock().advance(ago.negated());
    for (String model : models) {
      open(memory, model);
    }
    memory.clock().advance(Duration.between(memory.now(), Instant.now()));
    bench.forge().journal().clear();
  }

  private static String patient(String yaml) {
    return yaml.replaceAll("(?m)^( *)approvers: .*$", "$0\n$1staleAfter: 90d");
  }

  private static void open(FakeForge memory, String model) {
    String branch = "countersign/" + model + "/production";
    String main = memory.repository().tip("main").orElseThrow();
    memory.push(
        "dave",
        branch,
        List.of(main),
        Map.of("model-refs/" + model + "/production/model-reference.json", model));
    FakeMergeRequest request =
        memory.mergeRequests().create(branch, "main", memory.people().get("dave"));
    request.retitle("Promote " + model);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  @DisplayName("Fifty models whose merge requests have not changed cost two calls, not two each")
  void askedOnceForAll(SyncForge.Kind kind, TestReporter reporter) throws IOException {
    start(kind, Duration.ofDays(20));

    CommandRun synced = bench.sync();

    assertThat(synced.exitCode()).as(synced::toString).isZero();
    reporter.publishEntry(kind + ", nothing changed", counts());
    assertThat(bench.forge().journal().calls()).hasSize(2);
    assertThat(bench.forge().journal().writes()).isZero();
    assertThat(bench.forge().journal().gitCalls()).hasSizeLessThanOrEqualTo(40);
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  void looksCloserOnlyAtWhatChanged(SyncForge.Kind kind, TestReporter reporter) throws IOException {
    start(kind, Duration.ofDays(20));
    bench.forge().approve(7, "bob");
    bench.forge().journal().clear();

    bench.sync();

    reporter.publishEntry(kind + ", one changed", counts());
    assertThat(bench.forge().journal().calls()).hasSizeLessThanOrEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  void readsFurtherPages_andNoPageTooMany(SyncForge.Kind kind) throws IOException {
    start(kind, Duration.ofDays(20));
    FakeForge memory = bench.forge().memory();
    String main = memory.repository().tip("main").orElseThrow();
    memory.push("dave", "feature", List.of(main), Map.of("README.md", "new"));
    IntStream.range(0, 120)
        .forEach(
            i -> memory.mergeRequests().create("feature", "main", memory.people().get("dave")));
    bench.forge().journal().clear();

    bench.sync();

    assertThat(bench.forge().journal().calls()).hasSizeLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(SyncForge.Kind.class)
  void aLongHistoryOfWhatEndedCostsNothing(SyncForge.Kind kind) throws IOException {
    start(kind, Duration.ofDays(20));
    FakeForge memory = bench.forge().memory();
    String main = memory.repository().tip("main").orElseThrow();
    memory.push("dave", "feature", List.of(main), Map.of("README.md", "new"));
    memory.clock().advance(Duration.ofDays(-300));
    for (int i = 0; i < 250; i++) {
      memory
          .mergeRequests()
          .close(
              memory.mergeRequests().create("feature", "main", memory.people().get("dave")),
              memory.people().get("dave"));
    }
    memory.clock().advance(Duration.ofDays(300));
    bench.forge().journal().clear();

    bench.sync();

    assertThat(bench.forge().journal().calls()).hasSize(2);
  }

  private String counts() {
    return "%d API calls, %d Git requests"
        .formatted(
            bench.forge().journal().calls().size(), bench.forge().journal().gitCalls().size());
  }
}
