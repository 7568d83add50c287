package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I5, fault row 64: {@code propose} as a real process is killed before each step, as soon as each
 * effect is there, and after the last; run again, the end is that of an undisturbed run.
 */
@Timeout(300)
class KilledProposeIT {
  private static final AtomicReference<List<String>> UNDISTURBED = new AtomicReference<>();

  @TempDir private Path folder;
  private CommandBench bench;
  private String run = "";

  @BeforeEach
  void makeRun() throws IOException {
    bench = new CommandBench(folder);
    run = bench.scenario().run("m", 1, 5, Scenario.NOON).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "told:storing the artifact ...",
        "told:storing report, predictions and training rows ...",
        "told:storing the plots ...",
        "told:writing the branch ...",
        "told:opening or updating the merge request ...",
        "told:recording the outcome ...",
        "there:store/sha256/ARTIFACT",
        "there:repository.git/refs/heads/countersign/assets",
        "there:repository.git/refs/heads/countersign/m/production",
        "there:repository.git/refs/heads/countersign/outcomes",
        "printed"
      })
  @DisplayName("I5, fault row 64: killed and run again, propose ends as if nothing had happened")
  void endsAsUndisturbed(String when) throws Exception {
    int killed = new KilledProcess(bench).run(place(when), "propose", run);

    assertThat(killed).as("the process was killed at %s", when).isEqualTo(KilledCommand.EXIT);
    assertEndsAsUndisturbed();
  }

  @Test
  @DisplayName("I5, fault row 64: ended by SIGKILL in the middle of a step, and run again")
  void endsAsUndisturbed_afterSigkill() throws Exception {
    int killed = new KilledProcess(bench).kill("storing the plots ...", "propose", run);

    assertThat(killed).isEqualTo(KilledCommand.EXIT);
    assertEndsAsUndisturbed();
  }

  private void assertEndsAsUndisturbed() throws IOException {
    CommandRun again = bench.json("propose", run);
    assertThat(again.exitCode()).as(again::toString).isZero();
    assertThat(state(bench)).isEqualTo(undisturbed());
  }

  private List<String> undisturbed() throws IOException {
    if (UNDISTURBED.get() == null) {
      CommandBench other = new CommandBench(Files.createDirectory(folder.resolve("undisturbed")));
      Path once = other.scenario().run("m", 1, 5, Scenario.NOON);
      assertThat(other.json("propose", once.toString()).exitCode()).isZero();
      UNDISTURBED.set(state(other));
    }
    return UNDISTURBED.get();
  }

  /** What says where the bench lies, or which key it has, is left out. */
  private static List<String> state(CommandBench bench) throws IOException {
    return EndState.of(bench).stream()
        .map(fact -> fact.replace(bench.folder().toString(), "FOLDER"))
        .map(fact -> fact.replaceAll("ssh-ed25519 [A-Za-z0-9+/=]+", "KEY"))
        .toList();
  }

  private String place(String when) {
    Digest artifact = Digest.parse(CommandRun.of("digest", run + "/artifact").out().strip());
    return when.replace("there:", "there:" + folder + "/").replace("ARTIFACT", artifact.hex());
  }
}
