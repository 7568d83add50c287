package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.git.testing.GitCommand;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.util.FileUtils;

/**
 * How long propose's Git work and reading all references take in a repository of 100,000 files,
 * beside what {@code git} takes in the same run. How to run it: {@code docs/git-benchmark.md}.
 */
final class ScaleBenchmark {
  private static final int ROUNDS = 3;
  private static final String REF = "refs/heads/main";

  private ScaleBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("countersign-scale");
    Path bare = folder.resolve("models.git");
    double making = seconds(() -> LargeRepository.create(bare));
    print("making the repository: %.1f s".formatted(making));
    Files.writeString(
        bare.resolve("config"),
        """
        [uploadpack]
          allowFilter = true
          allowAnySHA1InWant = true
        [http]
          receivepack = true
        """,
        StandardOpenOption.APPEND);
    GitHttpServer server = new GitHttpServer(bare);
    try {
      for (int round = 1; round <= ROUNDS; round++) {
        print("round " + round);
        double git = gitCloneAndPush(server, folder.resolve("clone-" + round), round);
        measure("in the folder", RemoteLocation.of(bare), git, round);
        measure("over HTTP", server.location(), git, round);
      }
    } finally {
      server.stop();
      FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
    }
  }

  private static void measure(String how, RemoteLocation location, double git, int round)
      throws Exception {
    double push = seconds(() -> commitAndPush(location, how + round));
    double read = seconds(() -> readAll(location));
    print(
        "  %s: fetch, commit, push %.2f s (%.2f x git); 1,000 references read %.2f s"
            .formatted(how, push, push / git, read));
  }

  private static void commitAndPush(RemoteLocation location, String content) {
    ModelEnvironment line = LargeRepository.lines().get(0);
    try (GitRepository repository = JGitRepositories.open(location, Optional.empty())) {
      CommitId base = repository.fetch(List.of(REF)).get(REF);
      CommitId commit =
          repository.commit(
              new CommitDraft(
                  List.of(base),
                  Map.of(
                      line.referencePath() + ".txt",
                      Optional.of(content.getBytes(StandardCharsets.UTF_8))),
                  "Propose",
                  new Person("Countersign", "bot@example.com", GitFixture.START)));
      PushResult result = repository.push(List.of(RefUpdate.move(REF, base, commit))).get(0);
      if (!(result instanceof PushResult.Moved)) {
        throw new IllegalStateException("not pushed: " + result);
      }
    }
  }

  private static void readAll(RemoteLocation location) {
    try (GitRepository repository = JGitRepositories.open(location, Optional.empty())) {
      CommitId tip = repository.fetch(List.of(REF)).get(REF);
      long read =
          new ReferenceHistory(repository)
              .all(tip).values().stream().filter(r -> r.document().isPresent()).count();
      if (read != LargeRepository.REFERENCES) {
        throw new IllegalStateException("read " + read);
      }
    }
  }

  private static double gitCloneAndPush(GitHttpServer server, Path clone, int round)
      throws Exception {
    String url = server.location().toString();
    double seconds =
        seconds(
            () -> {
              new GitCommand(clone.getParent())
                  .run(
                      "clone",
                      "-q",
                      "--depth",
                      "1",
                      "--filter=blob:none",
                      "--no-checkout",
                      url,
                      clone.toString());
              GitCommand git = new GitCommand(clone);
              String commit =
                  git.run("commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "Propose").strip();
              git.run("push", "-q", "origin", commit + ":refs/heads/git-" + round);
            });
    print("  git clone without files and checkout, push: %.2f s".formatted(seconds));
    return seconds;
  }

  /** Something to be timed. */
  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
