package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a GitHub Actions job, which a file stands for. */
class JobSummaryIT {
  @TempDir private Path folder;
  private Scenario scenario;
  private Path summary;
  private String run;

  @BeforeEach
  void makeRun() throws IOException {
    scenario = new Scenario(folder, "m");
    run = scenario.run("m", 1, 5, Scenario.NOON).toString();
    summary = folder.resolve("summary.md");
    scenario.in(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
  }

  @Test
  void appendsTheReview_toWhatOthersWrote() throws IOException {
    Files.writeString(summary, "What a step before said.\n");

    assertThat(scenario.run("propose", run).exitCode()).isZero();

    assertThat(summary)
        .content()
        .startsWith(
            "What a step before said.\n\n## [Promote m 1.0.0 to production](http://127.0.0.1")
        .contains("m/production 1.0.0 is proposed for review.", "### Gates", "`r2-floor`")
        .doesNotContain("<!--");
  }

  @Test
  void saysWhyNothingWasProposed() throws IOException {
    scenario.run("propose", run);
    scenario.run("close", "m/production", "--as", "bob", "--reason", "no");
    Files.delete(summary);

    scenario.run("propose", run);

    assertThat(summary)
        .content()
        .startsWith("\n## m/production\n\na person rejected this artifact for m/production")
        .doesNotContain("### Gates");
  }

  @Test
  @DisplayName("I12: a dry run writes no summary")
  void writesNothing_inADryRun() {
    scenario.run("propose", run, "--dry-run");

    assertThat(summary).doesNotExist();
  }

  @Test
  @DisplayName("Fault row 22: a summary beyond 1 MiB is left as it is, with a warning")
  void leavesAFullSummaryAlone() throws IOException {
    byte[] full = new byte[(1 << 20) - 100];
    Files.write(summary, full);

    assertThat(scenario.run("propose", run).exitCode()).isZero();

    assertThat(scenario.output())
        .contains("warning: the job summary was not written: it would be larger than 1 MiB");
    assertThat(summary).hasSize(full.length);
  }

  @Test
  void onlyWarns_whereTheSummaryCannotBeWritten() throws IOException {
    Files.createDirectory(summary);

    assertThat(scenario.run("propose", run).exitCode()).isZero();

    assertThat(scenario.output()).contains("warning: the job summary was not written: ");
  }
}
