package dev.countersign.modelrefs.git.log;

import static dev.countersign.modelrefs.git.log.LogFixtures.LINE;
import static dev.countersign.modelrefs.git.log.LogFixtures.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeLogIT {
  @TempDir Path folder;
  private GitFixture fixture;
  private GitRepository git;
  private NoticeLog log;

  @BeforeEach
  void open() {
    fixture = GitFixture.withMain(folder);
    git = fixture.open();
    log = new NoticeLog(git);
  }

  @AfterEach
  void close() {
    git.close();
    fixture.close();
  }

  @Test
  @DisplayName("I11: a message is claimed once, whoever asks again")
  void claimsOnce() {
    NoticeRecord claim = notice(NoticeRecord.Stage.CLAIMED, "deployed/2", "writer-1");

    assertThat(log.append(LINE, claim)).isTrue();
    assertThat(log.append(LINE, claim)).isFalse();
    assertThat(log.append(LINE, notice(NoticeRecord.Stage.CLAIMED, "deployed/2", "writer-2")))
        .isFalse();
    assertThat(log.append(LINE, notice(NoticeRecord.Stage.CLAIMED, "deployed/3", "writer-2")))
        .isTrue();
    assertThat(log.records(LINE)).hasSize(2).first().isEqualTo(claim);
  }

  @Test
  void readsBackWhatTheChannelCallsTheMessage() {
    NoticeRecord sent = notice(NoticeRecord.Stage.SENT, "deployed/2", "writer-1");
    log.append(LINE, notice(NoticeRecord.Stage.CLAIMED, "deployed/2", "writer-1"));

    assertThat(log.append(LINE, sent)).isTrue();
    assertThat(log.records(LINE)).hasSize(2).last().isEqualTo(sent);
  }

  @Test
  void sharesItsBranchWithTheOutcomes() {
    OutcomeLog outcomes = new OutcomeLog(git);
    outcomes.append(LINE, LogFixtures.outcome("run-1", RunOutcome.PROPOSED, 1, 2));
    log.append(LINE, notice(NoticeRecord.Stage.CLAIMED, "proposed/1", "writer-1"));
    outcomes.append(LINE, LogFixtures.outcome("run-2", RunOutcome.PROPOSED, 2, 2));

    assertThat(outcomes.read(LINE)).hasSize(2).allMatch(LogEntry.Recorded.class::isInstance);
    assertThat(log.records(LINE)).hasSize(1);
  }

  @Test
  void readsManyLinesAtOnce() {
    ModelEnvironment other = ModelEnvironment.of("other", "production");
    NoticeRecord claim = notice(NoticeRecord.Stage.CLAIMED, "proposed/1", "writer-1");
    log.append(LINE, claim);

    assertThat(log.records(List.of(LINE, other)))
        .isEqualTo(Map.of(LINE, List.of(claim), other, List.of()));
  }

  @Test
  @DisplayName("I11: of many that claim at once, at the same time of day, one wins")
  void oneOfManyWins() throws Exception {
    int many = 6;
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Callable<Boolean>> claims =
          IntStream.range(0, many).mapToObj(NoticeLogIT.this::claimer).toList();
      int won = 0;
      for (Future<Boolean> claim : threads.invokeAll(claims)) {
        won += claim.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
      assertThat(log.records(LINE)).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Boolean> claimer(int number) {
    return () -> {
      try (GitRepository own = fixture.open()) {
        return new NoticeLog(own)
            .append(LINE, notice(NoticeRecord.Stage.CLAIMED, "deployed/2", "writer-" + number));
      }
    };
  }
}
