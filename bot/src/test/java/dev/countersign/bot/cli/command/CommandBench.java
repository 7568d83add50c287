package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.TargetFactory;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A team's repository and store, used by nothing but command lines. */
final class CommandBench implements AutoCloseable {
  static final String LINE = "m/production";

  private final Path folder;
  private final Scenario scenario;

  /** One model that is deployed nowhere. */
  CommandBench(Path folder) throws IOException {
    this.folder = folder;
    this.scenario = new Scenario(folder, "m");
  }

  /** One model with a process target, which is stopped when the bench is closed. */
  static CommandBench withTarget(Path folder) throws IOException {
    CommandBench bench = new CommandBench(folder);
    bench.commitTarget();
    return bench;
  }

  Scenario scenario() {
    return scenario;
  }

  Path folder() {
    return folder;
  }

  /** Runs a command line as people do: with text. */
  CommandRun run(String... arguments) {
    return CommandRun.of(connected(arguments).toArray(String[]::new));
  }

  /** Runs a command line as programs do. */
  CommandRun json(String... arguments) {
    List<String> all = connected(arguments);
    all.addAll(List.of("--output", "json"));
    return CommandRun.of(all.toArray(String[]::new));
  }

  /** A command line with the repository and the key of the bench. */
  List<String> connected(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--repository", scenario.repository().toString()));
    all.addAll(List.of("--signing-key", scenario.key().toString()));
    return all;
  }

  /** Proposes a run; a higher seed is a better and newer one. */
  CommandRun propose(int seed) throws IOException {
    double noise = 6.0 - seed;
    return json(
        "propose",
        scenario.run("m", seed, noise, Scenario.NOON.plusSeconds(60L * seed)).toString());
  }

  /**
   * Proposes, approves and merges.
   *
   * @return the merge commit
   */
  String promote(int seed) throws IOException {
    CommandRun proposed = propose(seed);
    assertThat(proposed.exitCode()).as(proposed::toString).isZero();
    return merge();
  }

  /** Approves and merges what is open. */
  String merge() {
    assertThat(run("approve", LINE, "--as", "bob").exitCode()).isZero();
    CommandRun merged = json("merge", LINE, "--as", "bob");
    assertThat(merged.exitCode()).as(merged::toString).isZero();
    return merged.data().path("mergeCommit").asText();
  }

  private void commitTarget() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String classes = ServingApp.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String target =
        """
                targets:
                  - name: app
                    kind: process
                    argv: ["{java}", -Xmx48m, -XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -cp, "%s", %s, "{port}", "{reference}"]
                    settings: {port: %d, stateDir: "%s", drain: 1s}
        """
            .formatted(classes, ServingApp.class.getName(), port, folder.resolve("target-state"));
    scenario.commitFile("main", "countersign.yaml", config() + target, TEAM);
  }

  static final Person TEAM =
      new Person("alice", "alice@example.invalid", Scenario.NOON.minusSeconds(3600));

  /** The configuration as it is on the protected branch. */
  String config() {
    return new String(file("countersign.yaml"), StandardCharsets.UTF_8);
  }

  /** A file as it is on the protected branch. */
  byte[] file(String path) {
    try (Session session = scenario.session()) {
      return session.git().read(session.tip(), path).orElseThrow();
    }
  }

  /** How many inference apps of this bench run. */
  long apps() {
    return ProcessHandle.allProcesses()
        .filter(process -> runs(process, ServingApp.class.getName()))
        .filter(process -> runs(process, folder.toString()))
        .count();
  }

  private static boolean runs(ProcessHandle process, String argument) {
    return process.info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(each -> each.contains(argument));
  }

  /** Stops what the target runs. */
  @Override
  public void close() {
    try (Session session = scenario.session()) {
      ModelEnvironment line = ModelEnvironment.parse(LINE);
      session
          .config()
          .line(line)
          .orElseThrow()
          .targets()
          .forEach(target -> new TargetFactory(step -> {}).of(target).remove(line));
    }
  }
}
