package dev.countersign.bot.bench;

import dev.countersign.bot.forge.fake.http.Journal;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@code propose} costs as a user runs it, start of the JVM included: time, memory, calls. How
 * to run it, and what it is compared with: {@code bot/docs/forge-benchmark.md}.
 */
public final class ForgeBenchmark {
  private static final int ROUNDS = 5;
  private static final int FILES = 101_000;
  private static final List<Integer> PROPOSED_OR_BLOCKED = List.of(0, 5);

  private final Path launcher;
  private final Map<String, List<Figures>> figures = new TreeMap<>();

  private ForgeBenchmark(Path launcher) {
    this.launcher = launcher;
  }

  /**
   * Measures both forges with a small and a large repository.
   *
   * @param arguments the launcher, {@code bot/countersign}
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("countersign-forge-bench-");
    try {
      for (boolean large : List.of(false, true)) {
        measure(
            Path.of(arguments[0]), folder.resolve("gitlab-" + large), large, ServedForge::gitLab);
        measure(
            Path.of(arguments[0]), folder.resolve("github-" + large), large, ServedForge::gitHub);
      }
    } finally {
      delete(folder);
    }
  }

  private static void measure(
      Path launcher, Path folder, boolean large, Function<Path, ServedForge> start)
      throws Exception {
    Files.createDirectories(folder);
    String[] models = IntStream.range(0, ROUNDS).mapToObj(i -> "m" + i).toArray(String[]::new);
    Scenario scenario = new Scenario(folder, models);
    scenario.configure(text -> text.replace("statistics: {resamples: 200}\n", ""));
    serve(scenario.repository());
    if (large) {
      addFiles(scenario.repository());
    }
    try (ServedForge forge = start.apply(scenario.repository())) {
      ForgeBenchmark benchmark = new ForgeBenchmark(launcher);
      for (String model : models) {
        Path first = scenario.run(model, 1, 5, Scenario.NOON);
        Path newer = scenario.run(model, 2, 4, Scenario.NOON.plusSeconds(60));
        benchmark.propose("1 first proposal", scenario, forge, first);
        benchmark.propose("2 the same again", scenario, forge, first);
        benchmark.propose("3 newer candidate", scenario, forge, newer);
      }
      benchmark.print(forge.name() + (large ? ", 101,000 files" : ", small repository"));
    }
  }

  private void propose(String what, Scenario scenario, ServedForge forge, Path run)
      throws IOException, InterruptedException {
    forge.journal().clear();
    List<String> command = new ArrayList<>(List.of(launcher.toString(), "propose", run.toString()));
    command.addAll(forge.options());
    command.addAll(List.of("--signing-key", scenario.key().toString()));
    MeasuredProcess process =
        MeasuredProcess.run(
            command, Map.of("COUNTERSIGN_TOKEN", forge.token()), PROPOSED_OR_BLOCKED);
    figures
        .computeIfAbsent(what, name -> new ArrayList<>())
        .add(Figures.of(process, forge.journal(), forge.upload()));
  }

  private void print(String where) {
    System.out.println(where);
    figures.forEach((what, all) -> System.out.println("  " + what + ": " + Figures.median(all)));
  }

  /** What one command took. */
  private record Figures(
      double seconds, double mebibytes, long reads, long writes, long uploads, int git) {
    static Figures of(MeasuredProcess process, Journal journal, String upload) {
      long uploads =
          journal.calls().stream()
              .filter(call -> call.method().equals("POST") && call.path().endsWith(upload))
              .count();
      return new Figures(
          process.seconds(),
          process.peakMebibytes(),
          journal.reads(),
          journal.writes() - uploads,
          uploads,
          journal.gitCalls().size());
    }

    /** The run of middle duration; memory is the most of all runs. */
    static Figures median(List<Figures> all) {
      Figures middle =
          all.stream()
              .sorted(Comparator.comparingDouble(Figures::seconds))
              .toList()
              .get(all.size() / 2);
      double peak = all.stream().mapToDouble(Figures::mebibytes).max().orElseThrow();
      return new Figures(
          middle.seconds, peak, middle.reads, middle.writes, middle.uploads, middle.git);
    }

    @Override
    public String toString() {
      return "%.2f s, at most %.0f MiB, %d reads, %d writes, %d pictures, %d Git requests"
          .formatted(seconds, mebibytes, reads, writes, uploads, git);
    }
  }

  private static void serve(Path repository) throws IOException {
    Files.writeString(
        repository.resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
  }

  /** Commits many small files on the branch, through Git's own import. */
  private static void addFiles(Path repository) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "-C", repository.toString(), "fast-import", "--quiet")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = git.getOutputStream()) {
      write(in, "blob\nmark :1\ndata 3\nml\n\ncommit refs/heads/main\n");
      write(in, "committer A <a@example.invalid> 1700000000 +0000\ndata 3\nall\n");
      write(in, "from refs/heads/main^0\n");
      for (int i = 0; i < FILES; i++) {
        write(in, String.format(Locale.ROOT, "M 100644 :1 src/d%03d/f%06d.py%n", i % 1000, i));
      }
      write(in, "\n");
    }
    if (git.waitFor() != 0) {
      throw new IllegalStateException("git fast-import ended with " + git.exitValue());
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
