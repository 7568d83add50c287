package dev.countersign.bot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders in which runs leave their bundles, whatever lies in them. */
class SyncBundlesIT {
  @TempDir private Path folder;
  private SyncBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new SyncBench(folder, "m", "n");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aBrokenBundleIsReportedOnce_andStopsNoOther() throws IOException {
    Files.writeString(bench.leave("m", 2).resolve("run-report.json"), "{\"schemaVersion\":");
    bench.leave("m", 1);
    bench.leave("n", 3);

    CommandRun first = bench.sync();
    Map<String, CommitId> refs = bench.scenario().refs();
    CommandRun second = bench.sync();

    assertThat(first.exitCode()).as(first::toString).isEqualTo(2);
    assertThat(first.data().path("exitCode").asInt()).isEqualTo(2);
    assertThat(outcomes(first)).containsExactly("run-1 proposed", "run-3 proposed");
    JsonNode failed = first.data().at("/failedRuns/0");
    assertThat(failed.path("runId").asText()).isEqualTo("bundle:run-2");
    assertThat(failed.path("code").asText()).isEqualTo("input-invalid");
    assertThat(failed.path("lines").get(0).asText()).isEqualTo("m/production");
    assertThat(bench.told())
        .containsExactly(
            "◆ Review: m 1.0.0 for production",
            "◆ Review: n 1.0.0 for production",
            "✖ Training failed: m");
    assertThat(second.exitCode()).as(second::toString).isZero();
    assertThat(second.data().path("failedRuns")).isEmpty();
    assertThat(bench.told()).hasSize(3);
    assertThat(bench.scenario().refs()).isEqualTo(refs);
  }

  @Test
  void evidenceThatIsCutOffIsReportedOnce() throws IOException {
    Path bundle = bench.leave("m", 1);
    Path predictions = bundle.resolve("predictions.csv");
    List<String> rows = Files.readAllLines(predictions);
    Files.writeString(predictions, String.join("\n", rows.subList(0, 100)) + "\nrow");

    CommandRun first = bench.sync();
    CommandRun second = bench.sync();

    assertThat(first.exitCode()).as(first::toString).isEqualTo(2);
    assertThat(first.data().at("/failedRuns/0/runId").asText()).isEqualTo("run-1");
    assertThat(bench.told()).containsExactly("✖ Training failed: m");
    assertThat(second.exitCode()).as(second::toString).isZero();
  }

  @Test
  void aRunThatFellSilentIsToldOnce_andProposedIfItEndsAfterAll() throws IOException {
    Path bundle = bench.leave("m", 1);
    Path report = bundle.resolve("run-report.json");
    String text = Files.readString(report);
    Files.delete(report);
    silence(bundle, Duration.ofHours(13));

    CommandRun first = bench.sync();
    CommandRun second = bench.sync();
    Files.writeString(report, text);
    CommandRun third = bench.sync();

    assertThat(first.exitCode()).as(first::toString).isEqualTo(9);
    assertThat(first.data().at("/failedRuns/0/code").asText()).isEqualTo("training-failed");
    assertThat(first.data().at("/failedRuns/0/reason").asText()).contains("no run-report.json");
    assertThat(second.exitCode()).as(second::toString).isZero();
    assertThat(outcomes(third)).containsExactly("run-1 proposed");
    assertThat(bench.told())
        .containsExactly("✖ Training failed: m", "◆ Review: m 1.0.0 for production");
  }

  @Test
  void aRunThatStillWritesIsLeftAlone() throws IOException {
    Path bundle = bench.leave("m", 1);
    Files.delete(bundle.resolve("run-report.json"));
    silence(bundle, Duration.ofHours(13));
    Files.writeString(Files.createDirectory(bundle.resolve("log")).resolve("epoch-7"), "0.1");

    CommandRun synced = bench.sync();

    assertThat(synced.exitCode()).as(synced::toString).isZero();
    assertThat(bench.told()).isEmpty();
  }

  @Test
  void aBundleOfAnotherModelIsRefused() throws IOException {
    Files.move(bench.leave("n", 1), bench.runs("m").resolve("run-1"));

    CommandRun synced = bench.sync();

    assertThat(synced.exitCode()).as(synced::toString).isEqualTo(2);
    assertThat(synced.data().at("/failedRuns/0/reason").asText())
        .isEqualTo("it is of the model \"n\", and lies where \"m\" leaves its runs");
    assertThat(outcomes(synced)).isEmpty();
  }

  @Test
  void modelsMayShareAFolder() throws IOException {
    bench
        .scenario()
        .configure(yaml -> yaml.replace(bench.runs("n").toString(), bench.runs("m").toString()));
    bench.leave("m", 1);
    Files.move(bench.leave("n", 2), bench.runs("m").resolve("run-2"));

    CommandRun synced = bench.sync();

    assertThat(synced.exitCode()).as(synced::toString).isZero();
    assertThat(outcomes(synced)).containsExactly("run-1 proposed", "run-2 proposed");
  }

  @Test
  void aRunThatTakesTheIdOfAnEarlierOneIsStillProposed() throws IOException {
    bench.leave("m", 1);
    bench.sync();
    Path again = bench.leave("m", 2);
    Path report = again.resolve("run-report.json");
    String finished = Instant.now().toString();
    Files.writeString(
        report,
        Files.readString(report)
            .replace("run-2", "run-1")
            .replace(Scenario.NOON.plusSeconds(120).toString(), finished));

    CommandRun synced = bench.sync();

    assertThat(outcomes(synced)).as(synced::toString).containsExactly("run-1 proposed");
    assertThat(bench.told()).contains("○ Superseded: m 1.0.0 in production");
  }

  @Test
  void aRunFromTheFutureWaitsUntilThen() throws IOException {
    Path report = bench.leave("m", 1).resolve("run-report.json");
    String text = Files.readString(report);
    String finished = Scenario.NOON.plusSeconds(60).toString();
    Files.writeString(report, text.replace(finished, "2999-01-01T00:00:00Z"));

    CommandRun first = bench.sync();
    Files.writeString(report, text);
    CommandRun second = bench.sync();

    assertThat(first.exitCode()).as(first::toString).isEqualTo(2);
    assertThat(first.data().at("/problems/0/message").asText()).contains("is yet to come");
    assertThat(outcomes(second)).containsExactly("run-1 proposed");
  }

  @Test
  void whatNeedsATicketIsLeftToAPerson_andSaidOnce() throws IOException {
    bench
        .scenario()
        .configure(
            yaml -> yaml.replaceFirst("(?m)^( *)approvers: .*$", "$0\n$1changeRequest: required"));
    Path bundle = bench.leave("m", 1);

    CommandRun first = bench.sync();
    CommandRun second = bench.sync();
    CommandRun proposed =
        bench.command(
            "propose",
            List.of(
                bundle.toString(),
                "--change-request",
                "CHG-1",
                "--signing-key",
                bench.scenario().key().toString()));

    assertThat(outcomes(first)).as(first::toString).containsExactly("run-1 held");
    assertThat(first.data().at("/runs/0/proposal/reason").asText()).contains("--change-request ID");
    assertThat(outcomes(second)).isEmpty();
    assertThat(proposed.exitCode()).as(proposed::toString).isZero();
    assertThat(bench.told()).containsExactly("◆ Review: m 1.0.0 for production");
  }

  @Test
  void aFolderThatIsNotThereIsAProblem_andStopsNoOtherModel() throws IOException {
    bench.leave("n", 1);
    Files.delete(bench.runs("m"));

    CommandRun first = bench.sync();
    CommandRun second = bench.sync();

    assertThat(first.exitCode()).as(first::toString).isEqualTo(7);
    assertThat(first.data().at("/problems/0/what").asText()).isEqualTo("model m");
    assertThat(first.err()).contains("runs-m", "what helps:");
    assertThat(outcomes(first)).containsExactly("run-1 proposed");
    assertThat(second.exitCode()).as(second::toString).isEqualTo(7);
  }

  @Test
  @DisplayName("Without the key, nothing is proposed and nothing is recorded; the next job does")
  void saysThatTheKeyIsMissing() throws IOException {
    bench.leave("m", 1);

    CommandRun without = bench.command("sync", List.of());
    CommandRun with = bench.sync();

    assertThat(without.exitCode()).as(without::toString).isEqualTo(2);
    assertThat(without.data().at("/problems/0/code").asText()).isEqualTo("signing-key-missing");
    assertThat(outcomes(with)).containsExactly("run-1 proposed");
  }

  @Test
  void leavesOutWhatItIsToldToLeaveOut() throws IOException {
    bench.leave("m", 1);

    CommandRun nothing = bench.command("sync", List.of("--no-propose", "--no-deploy"));
    CommandRun usage = bench.command("sync", List.of("--no-propose", "--no-notify", "--no-deploy"));

    assertThat(nothing.exitCode()).as(nothing::toString).isZero();
    assertThat(outcomes(nothing)).isEmpty();
    assertThat(bench.command("sync", List.of("--changed-within", "1w")).err())
        .contains("\"1w\" is not a span of time; write 30m, 12h or 7d");
    assertThat(usage.exitCode()).isEqualTo(2);
    assertThat(usage.err()).contains("nothing is left to do");
  }

  private static List<String> outcomes(CommandRun synced) {
    return synced.data().path("runs").findValues("proposal").isEmpty()
        ? List.of()
        : Stream.iterate(0, i -> i < synced.data().path("runs").size(), i -> i + 1)
            .map(i -> synced.data().path("runs").get(i))
            .map(run -> run.path("runId").asText() + " " + run.at("/proposal/outcome").asText())
            .toList();
  }

  private static void silence(Path bundle, Duration since) throws IOException {
    FileTime time = FileTime.from(Instant.now().minus(since));
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }
}
