package dev.countersign.modelrefs.git.log;

import static dev.countersign.modelrefs.git.log.DeploymentOutcome.DEPLOYED;
import static dev.countersign.modelrefs.git.log.DeploymentOutcome.ROLLED_BACK;
import static dev.countersign.modelrefs.git.log.LogFixtures.LINE;
import static dev.countersign.modelrefs.git.log.LogFixtures.deployment;
import static dev.countersign.modelrefs.git.log.LogFixtures.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.Signature;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentLogIT {
  private static final ModelEnvironment OTHER = ModelEnvironment.of("other", "staging");
  private static final String PATH = "diamonds-price/production.jsonl";

  @TempDir Path folder;
  private GitFixture fixture;
  private GitRepository git;
  private DeploymentLog log;

  @BeforeEach
  void open() {
    fixture = GitFixture.withMain(folder);
    git = fixture.openAsBot();
    log = new DeploymentLog(git);
  }

  @AfterEach
  void close() {
    git.close();
    fixture.close();
  }

  @Test
  @DisplayName("I1: a missing branch, a missing file and an empty file are told apart")
  void tellsWhatIsMissing() {
    assertThat(log.read(LINE).state()).isEqualTo(LogState.NO_BRANCH);
    log.append(OTHER, deployment(1, DEPLOYED));
    assertThat(log.read(LINE).state()).isEqualTo(LogState.NO_FILE);
    fixture.commit(DeploymentLog.BRANCH, Map.of(PATH, ""));
    assertThat(log.read(LINE).state()).isEqualTo(LogState.EMPTY);
    log.append(LINE, deployment(1, DEPLOYED));
    assertThat(log.read(LINE).state()).isEqualTo(LogState.PRESENT);
    assertThat(log.read(LINE).isEmpty()).isFalse();
  }

  @Test
  void readsBackEveryKindOfRecord() {
    List<DeploymentRecord> records =
        List.of(
            deployment(1, DEPLOYED),
            new HoldSet(2, "carol", "the shop is counting stock", minute(2)),
            new HoldReleased("carol", "counted", new CommitId("c".repeat(40)), minute(3)),
            deployment(4, ROLLED_BACK),
            new LogRebuilt("dave", "lost", new CommitId("c".repeat(40)), 4, minute(5)));
    records.forEach(record -> assertThat(log.append(LINE, record)).isTrue());

    assertThat(log.read(LINE).records()).isEqualTo(records);
    assertThat(log.read(LINE).unverifiable()).isEmpty();
  }

  @Test
  @DisplayName("I5: the same record is not appended twice")
  void appendsARecordOnce() {
    assertThat(log.append(LINE, deployment(1, DEPLOYED))).isTrue();
    CommitId tip = fixture.tip(DeploymentLog.BRANCH).orElseThrow();

    assertThat(log.append(LINE, deployment(1, DEPLOYED))).isFalse();
    assertThat(fixture.tip(DeploymentLog.BRANCH)).contains(tip);
  }

  @Test
  void keepsHoldsAndTheirReleaseInOrder() {
    HoldSet hold = new HoldSet(2, "carol", "wait", minute(1));
    HoldReleased released =
        new HoldReleased("dave", "go on", new CommitId("c".repeat(40)), minute(2));

    log.append(LINE, hold);
    log.append(LINE, released);

    assertThat(log.read(LINE).records()).containsExactly(hold, released);
  }

  @Test
  @DisplayName("A line that was tampered with is shown, not trusted, and hides no other")
  void showsATamperedLine() {
    for (int i = 1; i <= 4; i++) {
      log.append(LINE, deployment(i, DEPLOYED));
    }
    String text = fixture.text(DeploymentLog.BRANCH, PATH).orElseThrow();
    fixture.commit(DeploymentLog.BRANCH, Map.of(PATH, text.replace("1.0.2", "9.0.2")));

    LineLog read = log.read(LINE);

    assertThat(read.records()).containsExactly(deployment(1, DEPLOYED), deployment(4, DEPLOYED));
    assertThat(read.unverifiable())
        .containsExactly(
            new LogEntry.Unverifiable<>(2, "the line after it carries the hash of another line"),
            new LogEntry.Unverifiable<>(
                3, "it carries the hash of another line than the one before it"));
  }

  @Test
  void goesOnAfterAForeignLine() {
    log.append(LINE, deployment(1, DEPLOYED));
    String text = fixture.text(DeploymentLog.BRANCH, PATH).orElseThrow();
    fixture.commit(DeploymentLog.BRANCH, Map.of(PATH, text + "who wrote this?"));
    log.append(LINE, deployment(2, DEPLOYED));

    LineLog read = log.read(LINE);

    assertThat(read.records()).containsExactly(deployment(1, DEPLOYED), deployment(2, DEPLOYED));
    assertThat(read.unverifiable()).extracting(LogEntry::number).containsExactly(2);
  }

  @Test
  void aLineOfAnotherModelIsForeign() {
    log.append(OTHER, deployment(1, DEPLOYED));
    String others = fixture.text(DeploymentLog.BRANCH, "other/staging.jsonl").orElseThrow();
    fixture.commit(DeploymentLog.BRANCH, Map.of(PATH, others));

    assertThat(log.read(LINE).isEmpty()).isTrue();
    assertThat(log.read(LINE).unverifiable().get(0).reason())
        .isEqualTo("it is about \"other/staging\"");
  }

  @Test
  void readsManyLinesAsOfOneMoment() {
    log.append(LINE, deployment(1, DEPLOYED));
    log.append(OTHER, deployment(2, DEPLOYED));
    ModelEnvironment none = ModelEnvironment.of("none", "staging");

    Map<ModelEnvironment, LineLog> all = log.readAll(List.of(LINE, OTHER, none));

    assertThat(all.get(OTHER).records()).containsExactly(deployment(2, DEPLOYED));
    assertThat(all.get(none).state()).isEqualTo(LogState.NO_FILE);
    assertThat(all).hasSize(3);
  }

  @Test
  void theBotSignsTheLog() {
    log.append(LINE, deployment(1, DEPLOYED));
    CommitId tip = fixture.tip(DeploymentLog.BRANCH).orElseThrow();

    GitCommit commit = git.log(LogQuery.historyOf(PATH, tip)).get(0);

    assertThat(commit.signature()).contains(new Signature(fixture.botKey().publicKey()));
    assertThat(commit.committer().when()).isEqualTo(minute(1));
  }
}
