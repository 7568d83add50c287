package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code propose} and {@code preview} at the command line; ProposeIT has the rest. */
class ProposeCommandIT {
  @TempDir private Path folder;
  private CommandBench bench;
  private String run = "";

  @BeforeEach
  void makeRun() throws IOException {
    bench = new CommandBench(folder);
    run = bench.scenario().run("m", 1, 5, Scenario.NOON).toString();
  }

  @Test
  void tellsPeopleEachStep_andProgramsWhatBecameOfIt() {
    CommandRun proposed = bench.json("propose", run);

    assertThat(proposed.exitCode()).as(proposed::toString).isZero();
    assertThat(proposed.data().at("/proposals/0/outcome").asText()).isEqualTo("proposed");
    assertThat(proposed.err().lines())
        .contains(
            "  storing the artifact ...",
            "  writing the branch ...",
            "  opening or updating the merge request ...");
    assertThat(bench.run("propose", run).out()).contains("review: http://127.0.0.1:8484/");
  }

  @Test
  void saysSo_whereNobodyServesThePageThatItNames() throws IOException {
    String hint = "nothing serves that page yet: countersign serve --as LOGIN";
    String url;
    try (ServerSocket page = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:%d/".formatted(page.getLocalPort());
      assertThat(bench.run("propose", run, "--page", url).out())
          .contains("review: " + url)
          .doesNotContain(hint);
    }
    assertThat(bench.run("propose", run, "--page", url).out()).contains("review: " + url, hint);
  }

  @Test
  void writesTheCandidatesMetrics_asOpenMetricsText() {
    Path metrics = folder.resolve("metrics.txt");

    bench.run("propose", run, "--open-metrics", metrics.toString());

    assertThat(metrics).content().contains("rmse", "r2").endsWith("# EOF\n");
  }

  @Test
  void refusesWhatIsNoRun_orNoEnvironment() {
    assertThat(bench.run("propose", folder.resolve("none").toString()).exitCode()).isEqualTo(2);
    CommandRun unfinished = bench.run("propose", folder.resolve("files-m-1").toString());
    assertThat(unfinished.exitCode()).isEqualTo(2);
    assertThat(unfinished.err())
        .contains("has no \"run-report.json\": the run has not finished, or failed");
    assertThat(bench.run("propose", run, "--environment", "prod").err())
        .contains("model \"m\" has no environment \"prod\" that takes runs directly");
    assertThat(CommandRun.of("propose", run).err())
        .contains("no repository is named; give --repository PATH or COUNTERSIGN_REPOSITORY");
  }

  @Test
  @DisplayName("I12: a preview writes its file and nothing else")
  void writesTheReview_andNothingElse() throws IOException {
    Path file = folder.resolve("review.html");
    Map<String, CommitId> before = bench.scenario().refs();

    CommandRun preview = bench.json("preview", run, "--to", file.toString());

    assertThat(preview.exitCode()).as(preview::toString).isZero();
    assertThat(preview.data().at("/reviews/0/file").asText()).isEqualTo(file.toString());
    assertThat(file).content().contains("<html", "1.0.0", "r2-floor");
    assertThat(bench.scenario().refs()).isEqualTo(before);
    assertThat(bench.scenario().store()).isEmptyDirectory();
  }

  @Test
  void writesOneReviewPerEnvironment() throws IOException {
    bench
        .scenario()
        .commitFile(
            "main",
            "countersign.yaml",
            bench.config() + "      staging:\n        approvers: [bob]\n",
            CommandBench.TEAM);
    String file = folder.resolve("review.html").toString();

    CommandRun both = bench.json("preview", run, "--to", file);
    CommandRun one = bench.json("preview", run, "--to", file, "--environment", "staging");

    assertThat(both.data().path("reviews").findValuesAsText("line"))
        .containsExactly("m/production", "m/staging");
    assertThat(folder.resolve("review-production.html")).exists();
    assertThat(folder.resolve("review-staging.html")).exists();
    assertThat(one.data().path("reviews")).hasSize(1);
    assertThat(Path.of(file)).exists();
  }

  @Test
  void saysThatAPreviewCannotBeWritten() throws IOException {
    Path file = Files.createDirectory(folder.resolve("taken")).resolve("no/review.html");

    CommandRun preview = bench.json("preview", run, "--to", file.toString());

    assertThat(preview.exitCode()).as(preview::toString).isEqualTo(2);
    assertThat(preview.err()).contains("no/review.html\" does not exist");
    assertThat(bench.run("preview", folder.resolve("none").toString()).exitCode()).isEqualTo(2);
  }
}
