package dev.countersign.bot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandLineApp;
import dev.countersign.bot.cli.Console;
import dev.countersign.bot.cli.command.Commands;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command, with everything real: training, store, page, CI job, app. */
class DemoIT {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void useTheCheckout() {
    assumeTrue(
        Files.isDirectory(HOME.resolve("ci/inference-app/target/app"))
            && Files.isDirectory(HOME.resolve("pipeline-runner/diamonds/target/app")),
        "SKIPPED: the samples are not packed; run mvn verify at the root");
    System.setProperty("countersign.home", HOME.toString());
  }

  @Test
  void tellsTheWholeStory() throws IOException {
    int exitCode = demo("--yes", "--dir", folder.resolve("demo").toString());

    assertThat(exitCode).as(err::toString).isZero();
    JsonNode summary = StrictJson.read(out.toString().getBytes(StandardCharsets.UTF_8), "summary");
    assertThat(summary.path("deployments").findValuesAsText("version"))
        .containsExactly("1.0.0", "1.1.0", "1.0.0");
    summary
        .path("deployments")
        .forEach(
            deployment -> {
              assertThat(deployment.path("observedDigest"))
                  .isEqualTo(deployment.path("declaredDigest"));
              assertThat(deployment.at("/approvedBy/0").asText()).isEqualTo("bob");
            });
    assertThat(summary.at("/requests/sent").asLong()).isPositive();
    assertThat(summary.at("/requests/failed").asLong()).isZero();
    assertThat(exitCodeOf(summary, "propose another-seed")).isEqualTo(5);
    assertThat(exitCodeOf(summary, "propose without-fair")).isEqualTo(5);
    assertThat(outcomeOf(summary, "propose all-diamonds")).startsWith("1.1.0: better");
    assertThat(outcomeOf(summary, "propose without-fair")).contains("mixed", "cut Fair");
    assertThat(exitCodeOf(summary, "refuse the tampered artifact")).isEqualTo(3);
    assertThat(exitCodeOf(summary, "put back what was approved")).isEqualTo(10);
    assertEachJobHadItsOwnClone();
  }

  /** Every CI job of the story says what it works on, and says so to a log of its own. */
  private void assertEachJobHadItsOwnClone() throws IOException {
    Path remote = folder.resolve("demo/repository.git");
    assertThat(Files.readString(folder.resolve("demo/ci-job.log")).lines())
        .filteredOn(line -> line.contains("works on a clone of"))
        .hasSize(5)
        .allMatch(line -> line.endsWith("file://" + remote));
  }

  @Test
  void endsWell_whenThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int exitCode =
          demo(
              "--yes",
              "--dir",
              folder.resolve("demo").toString(),
              "--app-port",
              Integer.toString(taken.getLocalPort()));

      assertThat(exitCode).isEqualTo(7);
      assertThat(err.toString()).contains("port " + taken.getLocalPort() + " is taken");
    }
  }

  @Test
  void leavesAFolderAlone_thatIsNotItsOwn() throws Exception {
    Path thesis = Files.writeString(folder.resolve("thesis.txt"), "years of work");

    int exitCode = demo("--yes", "--dir", folder.toString());

    assertThat(exitCode).isEqualTo(6);
    assertThat(err.toString()).contains("is not empty and not a demo's folder");
    assertThat(thesis).hasContent("years of work");
  }

  private int demo(String... arguments) {
    Console console =
        new Console(
            Reader.nullReader(), new PrintWriter(out), new PrintWriter(err, true), Map.of());
    String[] all = new String[arguments.length + 3];
    all[0] = "demo";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--output";
    all[arguments.length + 2] = "json";
    return new CommandLineApp(console).run(List.copyOf(Commands.all()), all);
  }

  private static int exitCodeOf(JsonNode summary, String step) {
    return step(summary, step).path("exitCode").asInt();
  }

  private static String outcomeOf(JsonNode summary, String step) {
    return step(summary, step).path("outcome").asText();
  }

  private static JsonNode step(JsonNode summary, String name) {
    for (JsonNode step : summary.path("steps")) {
      if (step.path("name").asText().equals(name)) {
        return step;
      }
    }
    throw new AssertionError("there is no step " + name + " in " + summary);
  }
}
