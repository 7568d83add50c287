package dev.countersign.modelrefs.git.jgit;

import static dev.countersign.modelrefs.git.testing.GitFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.DeploymentRecord;
import dev.countersign.modelrefs.git.log.HoldReleased;
import dev.countersign.modelrefs.git.log.LineLog;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many writers on one bare repository. */
class RacesIT {
  private static final String REF = GitFixture.ref(MAIN);
  private static final int WRITERS = 10;
  private static final ModelEnvironment LINE = ModelEnvironment.of("a", "production");

  @TempDir Path folder;
  private GitFixture fixture;

  @BeforeEach
  void open() {
    fixture = GitFixture.withMain(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  @DisplayName("Fault row 44: ten writers commit different paths to one branch; each lands once")
  void everyWriterLandsOnce() throws Exception {
    List<Integer> stale = together(this::commitUntilMoved);

    try (GitRepository repository = fixture.open()) {
      CommitId tip = repository.fetch(List.of(REF)).get(REF);
      assertThat(repository.list(tip, "w")).hasSize(WRITERS);
      assertThat(
              repository.log(
                  new LogQuery(tip, Optional.empty(), Optional.of("w"), true, Integer.MAX_VALUE)))
          .hasSize(WRITERS);
    }
    assertThat(stale).hasSize(WRITERS);
  }

  /** How often the race was lost. */
  private int commitUntilMoved(int writer) {
    try (GitRepository repository = fixture.open()) {
      for (int lost = 0; ; lost++) {
        CommitId base = repository.fetch(List.of(REF)).get(REF);
        CommitId commit =
            repository.commit(
                new CommitDraft(
                    List.of(base),
                    Map.of("w/" + writer, Optional.of(new byte[] {(byte) writer})),
                    "Writer " + writer,
                    new Person("Ada", "ada@example.com", GitFixture.START)));
        PushResult result = repository.push(List.of(RefUpdate.move(REF, base, commit))).get(0);
        if (result instanceof PushResult.Moved) {
          return lost;
        }
        assertThat(result).isEqualTo(new PushResult.Stale(REF));
      }
    }
  }

  @Test
  @DisplayName("Fault row 44: of ten writers who expect the same, exactly one moves the ref")
  void exactlyOneWins() throws Exception {
    CommitId base = fixture.tip(MAIN).orElseThrow();
    List<PushResult> results =
        together(
            writer -> {
              try (GitRepository repository = fixture.open()) {
                CommitId commit =
                    repository.commit(
                        new CommitDraft(
                            List.of(base),
                            Map.of("a", Optional.of(new byte[] {(byte) writer})),
                            "Writer",
                            new Person("Ada", "ada@example.com", GitFixture.START)));
                return repository.push(List.of(RefUpdate.move(REF, base, commit))).get(0);
              }
            });

    assertThat(results).filteredOn(PushResult.Moved.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(PushResult.Stale.class::isInstance).hasSize(WRITERS - 1);
  }

  @Test
  @DisplayName("Fault row 44: ten writers make branches of their own at once")
  void branchesOfTheirOwnDoNotCollide() throws Exception {
    CommitId base = fixture.tip(MAIN).orElseThrow();

    List<PushResult> results =
        together(
            writer -> {
              try (GitRepository repository = fixture.open()) {
                String ref = "refs/heads/countersign/m" + writer + "/production";
                return repository.push(List.of(RefUpdate.create(ref, base))).get(0);
              }
            });

    assertThat(results).allMatch(PushResult.Moved.class::isInstance);
  }

  @Test
  void everyRecordIsAppendedOnce_byManyThreads() throws Exception {
    together(
        writer -> {
          try (GitRepository repository = fixture.open()) {
            return new DeploymentLog(repository).append(LINE, record("thread-" + writer));
          }
        });

    assertThat(log().records()).hasSize(WRITERS).doesNotHaveDuplicates();
    assertThat(log().unverifiable()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 44: two processes append to one log at once; no record is lost")
  void everyRecordIsAppendedOnce_byTwoProcesses() throws Exception {
    List<Process> processes =
        List.of(AppendingProcess.start(fixture, "p"), AppendingProcess.start(fixture, "q"));
    for (Process process : processes) {
      String output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    }

    assertThat(log().records()).hasSize(2 * AppendingProcess.RECORDS).doesNotHaveDuplicates();
    assertThat(log().unverifiable()).isEmpty();
  }

  static DeploymentRecord record(String by) {
    return new HoldReleased(by, "race", new CommitId("c".repeat(40)), GitFixture.START);
  }

  private LineLog log() {
    try (GitRepository repository = fixture.open()) {
      return new DeploymentLog(repository).read(LINE);
    }
  }

  /** What one writer does. */
  private interface Writer<T> {
    T write(int number) throws Exception;
  }

  private static <T> List<T> together(Writer<T> writer) throws Exception {
    CyclicBarrier start = new CyclicBarrier(WRITERS);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<T>> tasks =
          IntStream.range(0, WRITERS)
              .<Callable<T>>mapToObj(
                  number ->
                      () -> {
                        start.await();
                        return writer.write(number);
                      })
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
