package dev.countersign.bot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.Syncing;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.value.ModelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What late notices find on the local forge, at times of the test's choice. */
class LateNoticesIT {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String LINE = "m/production";
  private static final Person ALICE = new Person("alice", "alice@example.invalid", Scenario.NOON);

  @TempDir private Path folder;
  private SyncBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new SyncBench(folder, "m");
    bench.leave("m", 1);
    assertThat(bench.sync("--no-notify").exitCode()).isZero();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void isStaleOnceTheAgeIsReached() {
    Instant now = Instant.now();

    assertThat(at(now.plus(WEEK).minus(Duration.ofHours(1)))).isEmpty();
    ChatEvent.Stale stale = (ChatEvent.Stale) only(at(now.plus(WEEK).plusSeconds(60)));
    assertThat(stale.since()).isBetween(now.minusSeconds(600), now.plusSeconds(600));
    assertThat(stale.overtakenBy()).isEmpty();
    assertThat(stale.approvers()).containsExactly("bob");
    assertThat(stale.promotion().version()).contains(ModelVersion.parse("1.0.0"));
  }

  @Test
  void isNotStale_whileTheEnvironmentIsMorePatient() {
    bench
        .scenario()
        .configure(yaml -> yaml.replaceAll("(?m)^( *)approvers: .*$", "$0\n$1staleAfter: 30d"));

    assertThat(at(Instant.now().plus(Duration.ofDays(29)))).isEmpty();
    assertThat(at(Instant.now().plus(Duration.ofDays(31)))).hasSize(1);
  }

  @Test
  void isNotStale_onceItIsApproved() {
    approve();

    assertThat(at(Instant.now().plus(WEEK).plusSeconds(60)))
        .hasSize(1)
        .allMatch(ChatEvent.Approved.class::isInstance);
    assertThat(at(Instant.now().plus(WEEK.multipliedBy(3)))).as("changed too long ago").isEmpty();
  }

  @Test
  @DisplayName("A newer candidate in the same merge request begins its wait anew")
  void waitsAnewForANewerCandidate() throws IOException {
    bench.leave("m", 2);
    Instant before = Instant.now();
    bench.sync("--no-notify");

    ChatEvent.Stale stale = (ChatEvent.Stale) only(at(before.plus(WEEK).plusSeconds(600)));

    assertThat(stale.since()).isAfterOrEqualTo(before);
  }

  @Test
  @DisplayName(
      "A merge that a person reverts on the forge leaves the candidate on a base that is gone")
  void isStaleAtOnce_whenTheEnvironmentHasAnotherModelByNow() throws IOException {
    String path = "model-refs/m/production/model-reference.json";
    String first = bench.scenario().fileAt("countersign/" + LINE, path);
    merge();
    bench.leave("m", 2);
    bench.sync("--no-notify");
    merge();
    bench.leave("m", 3);
    bench.sync("--no-notify");
    assertThat(at(Instant.now())).noneMatch(ChatEvent.Stale.class::isInstance);

    bench.scenario().commitFile("main", path, first, ALICE);

    assertThat(at(Instant.now()))
        .filteredOn(ChatEvent.Stale.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            ChatEvent.Stale.class,
            stale -> {
              assertThat(stale.overtakenBy()).contains(ModelVersion.parse("1.0.0"));
              assertThat(stale.promotion().version()).contains(ModelVersion.parse("1.0.2"));
            });
  }

  @Test
  void aRollbackThatIsClosedRejectsNoArtifact() throws IOException {
    merge();
    bench.leave("m", 2);
    bench.sync("--no-notify");
    merge();
    String[] rollback = {"rollback", LINE, "--to", "1.0.0", "--reason", "wrong prices"};
    assertThat(bench.scenario().run(rollback).exitCode()).as(bench.scenario().output()).isZero();
    bench.scenario().run("close", LINE, "--as", "bob");

    assertThat(at(Instant.now()))
        .filteredOn(ChatEvent.Rejected.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            ChatEvent.Rejected.class, rejected -> assertThat(rejected.rollback()).isTrue());
  }

  @Test
  void tellsOfQuorumOnly() {
    bench
        .scenario()
        .configure(
            yaml ->
                yaml.replaceAll(
                    "(?m)^( *)approvers: .*$", "$1approvers: [bob, carol]\n$1approvals: 2"));

    approve();
    assertThat(at(Instant.now())).isEmpty();
    bench.scenario().run("approve", LINE, "--as", "carol");

    ChatEvent.Approved approved = (ChatEvent.Approved) only(at(Instant.now()));
    assertThat(approved.by()).isEqualTo("carol");
    assertThat(approved.counted()).isEqualTo(2);
    assertThat(approved.key()).isEqualTo(ChatEvent.Approved.enough(approved.head()));
  }

  @Test
  @DisplayName("I11: what a command told when it happened is not told again by a job")
  void saysNothingOfWhatWasTold() {
    bench.command("approve", List.of(LINE, "--as", "bob"));
    CommandRun synced = bench.sync();

    assertThat(synced.data().has("notifications")).as(synced::toString).isFalse();
    assertThat(bench.told())
        .containsExactly("◆ Review: m 1.0.0 for production", "✔ Approved: m 1.0.0 in production");
  }

  @Test
  void nobodySubscribed_nobodyIsAsked() {
    bench
        .scenario()
        .configure(
            yaml -> yaml.replace("[{channel: team}]", "[{channel: team, events: [proposed]}]"));
    approve();

    assertThat(at(Instant.now().plus(WEEK.multipliedBy(9)))).isEmpty();
  }

  private void merge() {
    approve();
    assertThat(bench.scenario().run("merge", LINE, "--as", "bob").exitCode())
        .as(bench.scenario().output())
        .isZero();
  }

  private void approve() {
    assertThat(bench.scenario().run("approve", LINE, "--as", "bob").exitCode()).isZero();
  }

  private List<ChatEvent> at(Instant now) {
    try (Session session = bench.scenario().session()) {
      LateNotices.Found found =
          new Syncing(session, session.config()).lateNotices().find(now, WEEK.plusDays(1));
      assertThat(found.problems()).isEmpty();
      return found.events();
    }
  }

  private static ChatEvent only(List<ChatEvent> events) {
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
