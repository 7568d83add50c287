package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I13, fault row 34: secrets that a command is given appear nowhere. */
class CanaryCommandIT {
  private static final String TOKEN = "glpat-canary-5f2a91c7";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("FORGE_TOKEN", TOKEN, "CI_JOB_TOKEN", TOKEN, "PATH", System.getenv("PATH"));

  @TempDir private Path folder;
  private CommandBench bench;
  private String key = "";
  private final List<CommandRun> runs = new ArrayList<>();

  @BeforeEach
  void makeBench() throws IOException {
    bench = new CommandBench(folder);
    key = Files.readString(bench.scenario().key());
  }

  @Test
  @DisplayName("I13, fault row 34: neither output, repository nor store holds a key or a token")
  void tellsNoSecret_fromARunToARollback() throws IOException {
    for (int seed = 1; seed <= 2; seed++) {
      Path run = bench.scenario().run("m", seed, 6.0 - seed, Scenario.NOON.plusSeconds(60L * seed));
      call("propose", run.toString());
      call("approve", CommandBench.LINE, "--as", "bob");
      call("merge", CommandBench.LINE, "--as", "bob");
    }
    call("rollback", CommandBench.LINE, "--to", "1.0.0", "--reason", "x");
    call("status");

    assertThat(runs).allMatch(run -> run.exitCode() == 0);
    assertNothingTells(secretLines(key));
  }

  @Test
  @DisplayName("I13, fault row 34: an error about a key or an address repeats nothing of it")
  void repeatsNoSecret_inAnError() throws IOException {
    String broken = key.replaceFirst("[A-Za-z0-9+/]{20}", "!");
    Path run = bench.scenario().run("m", 1, 5, Scenario.NOON);
    call("propose", run.toString(), "--signing-key", broken, "--debug");
    call("status", "--repository", "https://bot:" + TOKEN + "@git.example/x.git", "--debug");

    assertThat(runs).allMatch(call -> call.exitCode() == 2);
    assertNothingTells(secretLines(key));
  }

  @Test
  @DisplayName("I13, fault row 35: a step of a pipeline is not given the bot's tokens")
  void handsNoTokenToAStep() throws IOException {
    Path pipeline =
        Files.writeString(
            folder.resolve("pipeline.yaml"),
            """
            version: 1
            name: env
            model: m
            task: regression
            environment: {pass: [PATH]}
            steps:
              train: {argv: [env], outputs: {model: m.txt}}
            bundle: {report: train.model, artifact: train.model, predictions: train.model}
            """);
    Path work = folder.resolve("work");
    runs.add(
        CommandRun.of(
            ENVIRONMENT, "run", pipeline.toString(), "--work", work.toString(), "--run-id", "r"));

    assertThat(runs.get(0).exitCode()).as(runs::toString).isEqualTo(9);
    assertThat(work.resolve("runs/r/logs/train.log")).content().contains("PATH=");
    assertNothingTells(List.of(TOKEN));
  }

  private void call(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--repository")) {
      all.addAll(List.of("--repository", bench.scenario().repository().toString()));
    }
    if (!all.contains("--signing-key")) {
      all.addAll(List.of("--signing-key", key));
    }
    runs.add(CommandRun.of(ENVIRONMENT, all.toArray(String[]::new)));
  }

  /** The body of the private key, and the token. */
  private static List<String> secretLines(String key) {
    List<String> secrets = new ArrayList<>(List.of(TOKEN));
    key.lines().filter(line -> line.length() > 40 && !line.startsWith("-")).forEach(secrets::add);
    assertThat(secrets).hasSizeGreaterThan(1);
    return secrets;
  }

  private void assertNothingTells(List<String> secrets) throws IOException {
    for (CommandRun run : runs) {
      assertThat(run.out() + run.err()).doesNotContain(secrets);
    }
    assertThat(EndState.of(bench).toString()).doesNotContain(secrets);
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file :
          tree.filter(Files::isRegularFile)
              .filter(path -> !path.equals(bench.scenario().key()))
              .toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secrets);
      }
    }
  }
}
