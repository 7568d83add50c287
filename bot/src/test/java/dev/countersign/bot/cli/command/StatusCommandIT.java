package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} and {@code history}, after two deployments; nothing here changes anything. */
class StatusCommandIT {
  private static CommandBench bench;

  @BeforeAll
  static void deployTwice(@TempDir Path folder) throws IOException {
    bench = CommandBench.withTarget(folder);
    for (int seed = 1; seed <= 2; seed++) {
      CommandRun deployed = bench.json("deploy", "--commit", bench.promote(seed));
      assertThat(deployed.exitCode()).as(deployed::toString).isZero();
    }
  }

  @AfterAll
  static void stopTarget() {
    bench.close();
  }

  @Test
  void showsWhatIsDeclared_deployed_andServed() {
    JsonNode line = bench.json("status").data().at("/lines/0");

    assertThat(line.at("/declared/state").asText()).isEqualTo("approved");
    assertThat(line.at("/declared/approvedBy/0").asText()).isEqualTo("bob");
    assertThat(line.at("/targets/0/state").asText()).isEqualTo("live");
    assertThat(line.at("/targets/0/observedDigest"))
        .isEqualTo(line.at("/declared/artifactDigest"))
        .isEqualTo(line.at("/targets/0/deployed/artifactDigest"));
    assertThat(bench.run("status", CommandBench.LINE).out())
        .contains("m/production", "declared  1.0.1 (sequence 2,", "approved by bob", "app: live");
  }

  @Test
  void showsWhatGitDeclares_withoutAskingAnybodyElse() {
    CommandRun declared = bench.json("status", "--declared");

    JsonNode line = declared.data().at("/lines/0");
    assertThat(line.at("/declared/state").asText()).isEqualTo("unchecked");
    assertThat(line.at("/declared/version").asText()).isEqualTo("1.0.1");
    assertThat(line.has("targets")).isFalse();
  }

  @Test
  void namesTheNearestLine_whenThereIsNoSuchLine() {
    for (String[] call :
        new String[][] {
          {"status", "m/prodution"},
          {"status", "--declared", "m/prodution"},
          {"history", "m/prodution"}
        }) {
      CommandRun run = bench.json(call);
      assertThat(run.exitCode()).as(run::toString).isEqualTo(2);
      assertThat(run.data().at("/error/code").asText()).isEqualTo("not-found");
      assertThat(run.data().at("/error/message").asText())
          .contains("\"m/prodution\"", "did you mean \"m/production\"?");
    }
  }

  @Test
  void saysWhatWasLiveWhen_andWhoApprovedIt() {
    JsonNode entries = bench.json("history", CommandBench.LINE).data().path("entries");

    assertThat(entries.findValuesAsText("version")).containsExactly("1.0.0", "1.0.1");
    assertThat(entries.at("/0/approvedBy/0").asText()).isEqualTo("bob");
    assertThat(entries.at("/0/verified").asBoolean()).isTrue();
    String first = entries.at("/0/finishedAt").asText();
    JsonNode then = bench.json("history", CommandBench.LINE, "--at", first).data().at("/targets/0");
    assertThat(then.path("version").asText()).isEqualTo("1.0.0");
    assertThat(then.path("now").asBoolean()).isFalse();
    assertThat(bench.run("history", CommandBench.LINE, "--at", "2001-01-01T00:00:00Z").out())
        .contains("nothing of m/production was live at 2001-01-01T00:00:00Z");
  }

  @Test
  void refusesATimeThatIsNone() {
    CommandRun run = bench.json("history", CommandBench.LINE, "--at", "yesterday");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.data().at("/error/message").asText()).contains("--at", "yesterday");
  }
}
