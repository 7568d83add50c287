package dev.countersign.bot.bench;

import dev.countersign.bot.cli.command.Main;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures whole commands as processes, the start of Java included: {@code propose} of a large
 * artifact beside {@code cp} and {@code openssl dgst} of the same file, and the commands that
 * should answer at once. How to run it is in {@code bot/docs/command-benchmark.md}.
 */
public final class CommandBenchmark {
  private static final int ROUNDS = 3;
  private static final List<Integer> DONE = List.of(0);
  private static final int BLOCK_BYTES = 1 << 20;
  private static final long BLOCKS = 2 << 10;

  private final Path folder;
  private final List<String> launcher;

  private CommandBenchmark(Path folder, List<String> launcher) {
    this.folder = folder;
    this.launcher = launcher;
  }

  /**
   * Runs all rounds and prints every figure and the best ones.
   *
   * @param arguments a folder with room for 8 GiB, which is left as it was, and the start script to
   *     measure; without one the classes of this process are started, without class-data archive
   */
  public static void main(String[] arguments) throws Exception {
    Path folder =
        Files.createTempDirectory(Path.of(arguments[0]).toRealPath(), "command-benchmark-");
    try {
      CommandBenchmark benchmark = new CommandBenchmark(folder, launcher(arguments));
      benchmark.propose();
      benchmark.answers();
      benchmark.manyReferences();
    } finally {
      delete(folder);
    }
  }

  private static List<String> launcher(String... arguments) {
    if (arguments.length > 1) {
      return List.of(Path.of(arguments[1]).toAbsolutePath().toString());
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return List.of(java, "-XX:+UseSerialGC", "-cp", classes, Main.class.getName());
  }

  /** The best rounds are compared: what the machine can do when nothing else wants it. */
  private void propose() throws Exception {
    Path model = random(folder.resolve("weights.bin"));
    seconds(List.of("sync"));
    double tools = Double.MAX_VALUE;
    double propose = Double.MAX_VALUE;
    double again = Double.MAX_VALUE;
    for (int round = 1; round <= ROUNDS; round++) {
      double cp = copy(model);
      double openssl = seconds(List.of("openssl", "dgst", "-sha256", model.toString()));
      Round measured = round(folder.resolve("round-" + round), model);
      print(
          "round %d, load %s".formatted(round, Files.readString(Path.of("/proc/loadavg")).strip()));
      print("  cp %.2f s, openssl dgst %.2f s".formatted(cp, openssl));
      print("  propose %.2f s, again %.2f s".formatted(measured.first(), measured.again()));
      tools = Math.min(tools, cp + openssl);
      propose = Math.min(propose, measured.first());
      again = Math.min(again, measured.again());
    }
    print("propose / (cp + openssl dgst): %.2f   (at most 1.3)".formatted(propose / tools));
    print("propose again / (cp + openssl dgst): %.2f".formatted(again / tools));
  }

  private double copy(Path model) throws Exception {
    Path copy = folder.resolve("copy");
    double seconds = seconds(List.of("cp", model.toString(), copy.toString()));
    Files.delete(copy);
    return seconds;
  }

  /** Seconds of a first proposal, and of one that changes nothing. */
  private record Round(double first, double again) {}

  /** A new repository and an empty store; only the large file is the same in every round. */
  private Round round(Path place, Path model) throws Exception {
    Scenario scenario = new Scenario(Files.createDirectory(place), "m");
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    Path inside = run.resolve("artifact").resolve(String.valueOf(model.getFileName()));
    Files.move(model, inside);
    List<String> command = command(scenario, "propose", run.toString());
    Round measured = new Round(seconds(command), seconds(command));
    Files.move(inside, model);
    delete(place);
    return measured;
  }

  private void answers() throws Exception {
    Scenario scenario = new Scenario(Files.createDirectory(folder.resolve("answers")), "m");
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    seconds(command(scenario, "propose", run.toString()));
    Path reference = folder.resolve("model-reference.json");
    Files.writeString(
        reference,
        scenario.fileAt(
            "countersign/m/production", "model-refs/m/production/model-reference.json"));
    print("--version: %.2f s   (at most 0.5)".formatted(best(command("--version"))));
    double verify = best(command("verify", "--no-artifact", reference.toString()));
    print("verify --no-artifact: %.2f s   (at most 0.5)".formatted(verify));
  }

  private void manyReferences() throws Exception {
    Scenario scenario = ManyReferences.in(Files.createDirectory(folder.resolve("references")));
    double status = best(command(scenario, "status", "--declared"));
    print("status --declared of 1,000 references: %.2f s   (at most 3)".formatted(status));
  }

  private double best(List<String> command) throws Exception {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, seconds(command));
    }
    return best;
  }

  private List<String> command(Scenario scenario, String... arguments) {
    List<String> all = new ArrayList<>(command(arguments));
    all.addAll(List.of("--repository", scenario.repository().toString()));
    all.addAll(List.of("--signing-key", scenario.key().toString()));
    return all;
  }

  private List<String> command(String... arguments) {
    return Stream.concat(launcher.stream(), Stream.of(arguments)).toList();
  }

  private static double seconds(List<String> command) throws IOException, InterruptedException {
    return MeasuredProcess.run(command, Map.of(), DONE).seconds();
  }

  private static Path random(Path file) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    Random random = new Random(1);
    try (var out = Files.newOutputStream(file)) {
      for (long written = 0; written < BLOCKS; written++) {
        random.nextBytes(block);
        out.write(block);
      }
    }
    return file;
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
