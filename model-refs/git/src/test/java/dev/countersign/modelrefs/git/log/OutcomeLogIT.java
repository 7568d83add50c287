package dev.countersign.modelrefs.git.log;

import static dev.countersign.modelrefs.git.log.LogFixtures.LINE;
import static dev.countersign.modelrefs.git.log.LogFixtures.digest;
import static dev.countersign.modelrefs.git.log.LogFixtures.minute;
import static dev.countersign.modelrefs.git.log.LogFixtures.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.testing.GitFixture;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeLogIT {
  @TempDir Path folder;
  private GitFixture fixture;
  private GitRepository git;
  private OutcomeLog log;

  @BeforeEach
  void open() {
    fixture = GitFixture.withMain(folder);
    git = fixture.open();
    log = new OutcomeLog(git);
  }

  @AfterEach
  void close() {
    git.close();
    fixture.close();
  }

  @ParameterizedTest
  @EnumSource(RunOutcome.class)
  void readsBackEveryOutcome(RunOutcome outcome) {
    OutcomeRecord record = outcome("run-1", outcome, 1, 2);
    log.append(LINE, record);

    assertThat(log.records(LINE)).containsExactly(record);
  }

  @Test
  void readsBackAnOutcomeWithoutACandidate() {
    OutcomeRecord record =
        new OutcomeRecord(
            "run-1", RunOutcome.FAILED, Optional.empty(), Optional.empty(), minute(1), "no model");
    log.append(LINE, record);

    assertThat(log.records(LINE)).containsExactly(record);
  }

  @Test
  @DisplayName("I5: the same outcome of the same run is recorded once, whenever it is repeated")
  void recordsAnOutcomeOnce() {
    OutcomeRecord record = outcome("run-1", RunOutcome.PROPOSED, 1, 2);
    OutcomeRecord later =
        new OutcomeRecord(
            "run-1",
            RunOutcome.PROPOSED,
            record.artifact(),
            record.dataset(),
            minute(9),
            "in other words");

    assertThat(log.append(LINE, record)).isTrue();
    assertThat(log.append(LINE, later)).isFalse();
    assertThat(log.append(LINE, outcome("run-1", RunOutcome.UNCHANGED, 1, 2))).isTrue();
    assertThat(log.records(LINE)).hasSize(2);
  }

  @Test
  void countsTheOtherCandidatesThatAnEvaluationSetHasJudged() {
    assertThat(log.othersJudged(LINE, digest(50), digest(9))).isZero();
    log.append(LINE, outcome("run-1", RunOutcome.PROPOSED, 1, 50));
    log.append(LINE, outcome("run-1", RunOutcome.UNCHANGED, 1, 50));
    log.append(LINE, outcome("run-2", RunOutcome.BLOCKED, 2, 50));
    log.append(LINE, outcome("run-3", RunOutcome.PROPOSED, 3, 51));

    assertThat(log.othersJudged(LINE, digest(50), digest(9))).isEqualTo(2);
    assertThat(log.othersJudged(LINE, digest(50), digest(1))).isEqualTo(1);
  }
}
