package dev.countersign.bot.propose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.wiring.ForgeAccess;
import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.SessionOptions;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.pipeline.bundle.BundleFiles;
import dev.countersign.pipeline.bundle.BundleRequest;
import dev.countersign.pipeline.bundle.BundleWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A repository, a store and runs on real files, used through the command line. */
public final class Scenario {
  public static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
  private static final Person ALICE =
      new Person("alice", "alice@example.invalid", Instant.parse("2026-05-01T00:00:00Z"));

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private String output = "";

  public Scenario(Path folder, String... models) throws IOException {
    this.folder = folder;
    SigningKey key = SigningKeys.generate();
    SigningKeys.write(key, key());
    JGitRepositories.createBare(repository(), "main");
    Files.createDirectories(store());
    commitFile("main", "countersign.yaml", config(key, models), ALICE);
  }

  private Scenario(Path folder) {
    this.folder = folder;
  }

  /** The same repository and store, for a process of its own. */
  public Scenario another() {
    return new Scenario(folder);
  }

  public Path repository() {
    return folder.resolve("repository.git");
  }

  public Path store() {
    return folder.resolve("store");
  }

  public Path key() {
    return folder.resolve("key");
  }

  /** What later commands find in their environment, in place of what earlier ones found. */
  public void in(Map<String, String> variables) {
    environment.clear();
    environment.putAll(variables);
  }

  /** Everything the last command printed, on both channels. */
  public String output() {
    return output;
  }

  private String config(SigningKey key, String... models) {
    String all =
        Arrays.stream(models)
            .map(
                model ->
                    """
                      %s:
                        environments:
                          production:
                            approvers: [bob]
                            gates:
                              - {id: r2-floor, kind: atLeast, metric: r2, value: 0.5}
                              - {id: better, kind: superior, metric: rmse, margin: 0.01}
                    """
                        .formatted(model))
            .collect(Collectors.joining());
    return """
        version: 1
        stores: {default: "file://%s/"}
        signing: {bot: [{publicKey: "%s"}]}
        statistics: {resamples: 200}
        models:
        %s"""
        .formatted(store(), key.publicKey(), all.indent(0));
  }

  /** Changes {@code countersign.yaml} on main, as a person would. */
  public void configure(UnaryOperator<String> change) {
    commitFile("main", BotConfig.PATH, change.apply(fileAt("main", BotConfig.PATH)), ALICE);
  }

  /** The text of a file at a branch's tip. */
  public String fileAt(String branch, String path) {
    try (GitRepository git = open()) {
      String ref = "refs/heads/" + branch;
      byte[] bytes = git.read(git.fetch(List.of(ref)).get(ref), path).orElseThrow();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Commits a file to a branch, as a person would. */
  public CommitId commitFile(String branch, String path, String content, Person author) {
    try (GitRepository git = open()) {
      String ref = "refs/heads/" + branch;
      Optional<CommitId> tip = Optional.ofNullable(git.fetch(List.of(ref)).get(ref));
      CommitId commit =
          git.commit(
              new CommitDraft(
                  tip.stream().toList(),
                  Map.of(path, Optional.of(content.getBytes(StandardCharsets.UTF_8))),
                  "A person's commit\n",
                  author));
      git.push(List.of(new RefUpdate(ref, tip, Optional.of(commit))));
      return commit;
    }
  }

  /** A run of a model; the seed decides its bytes and predictions, noise how good it is. */
  public Path run(String model, int seed, double noise, Instant finished) throws IOException {
    return run(
        model,
        seed,
        noise,
        finished,
        Optional.of(new Launcher("local", Optional.empty(), "alice", false)));
  }

  /** As {@link #run(String, int, double, Instant)}; the run names this launcher. */
  public Path run(
      String model, int seed, double noise, Instant finished, Optional<Launcher> launcher)
      throws IOException {
    Path files = Files.createDirectories(folder.resolve("files-" + model + "-" + seed));
    Path artifact = Files.createDirectories(files.resolve("model"));
    Files.writeString(artifact.resolve("weights.txt"), "weights " + model + " " + seed);
    Path predictions = files.resolve("predictions.csv");
    Files.write(predictions, rows(seed, noise));
    Path metrics = files.resolve("metrics.json");
    if (!Files.exists(metrics)) {
      Files.writeString(metrics, "{}");
    }
    RunInfo run =
        new RunInfo(
            "run-" + seed,
            "local",
            Optional.empty(),
            finished.minusSeconds(60),
            finished,
            launcher);
    return BundleWriter.write(
        folder.resolve("run-" + model + "-" + seed),
        new BundleRequest(
            new ModelName(model),
            Task.REGRESSION,
            run,
            new CodeInfo(Optional.empty(), Optional.empty(), false),
            new BundleFiles(artifact, predictions, Optional.empty(), Optional.empty()),
            metrics,
            "test-rows",
            "text"));
  }

  private static List<String> rows(int seed, double noise) {
    Random truth = new Random(1);
    Random error = new Random(seed);
    List<String> rows = new ArrayList<>(List.of("row_key,occurrence,actual,prediction"));
    IntStream.range(0, 300)
        .forEach(
            i -> {
              double actual = 100 * truth.nextDouble();
              double predicted = actual + noise * error.nextGaussian();
              String rowKey = Digest.of(("row" + i).getBytes(StandardCharsets.UTF_8)).hex();
              rows.add(rowKey + ",0," + actual + "," + predicted);
            });
    return rows;
  }

  /** What a command line came to. */
  public record Outcome(int exitCode, JsonNode data) {}

  /** Runs a command line. */
  public Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--repository", repository().toString(), "--output", "json"));
    if (!all.contains("--signing-key")) {
      all.addAll(List.of("--signing-key", key().toString()));
    }
    CommandRun run = CommandRun.of(environment, all.toArray(String[]::new));
    output = run.out() + "\n" + run.err();
    return new Outcome(run.exitCode(), run.data());
  }

  /** Where every ref points. */
  public Map<String, CommitId> refs() {
    try (GitRepository git = open()) {
      return new TreeMap<>(git.fetch(List.of("refs/*")));
    }
  }

  /** What counts of the state: branches of candidates, and how many merge requests there are. */
  public Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    refs()
        .forEach(
            (ref, commit) -> {
              if (ref.startsWith("refs/countersign/mr/")) {
                state.put(ref, "a merge request");
              } else if (!ref.contains("outcomes")) {
                state.put(ref, ref.contains("assets") ? "pictures" : commit.hex());
              }
            });
    return state;
  }

  public Session session() {
    return Session.open(
        new SessionOptions(
            Optional.of(repository().toString()),
            "main",
            Optional.of("alice"),
            ForgeAccess.local(URI.create("http://127.0.0.1:8484/")),
            Optional.of(key()),
            Optional.empty()));
  }

  private GitRepository open() {
    return JGitRepositories.open(RemoteLocation.of(repository()), Optional.empty());
  }
}
