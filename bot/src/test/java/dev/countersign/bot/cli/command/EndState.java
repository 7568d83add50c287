package dev.countersign.bot.cli.command;

import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that there is after a command: refs with their files and their history, and the store. Times,
 * and what is computed from them (commits, and the links of a log's chain), are left out.
 */
final class EndState {
  private EndState() {}

  /** One line per fact, in order. */
  static List<String> of(CommandBench bench) throws IOException {
    List<String> facts = new ArrayList<>();
    try (Session session = bench.scenario().session()) {
      Map<String, CommitId> refs = new TreeMap<>(session.git().fetch(List.of("refs/*")));
      refs.forEach((ref, tip) -> describe(session.git(), ref, tip, facts));
    }
    Path store = bench.scenario().store();
    try (Stream<Path> tree = Files.walk(store)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        facts.add("store " + store.relativize(file) + " " + Digest.of(Files.readAllBytes(file)));
      }
    }
    return facts;
  }

  private static void describe(GitRepository git, String ref, CommitId tip, List<String> facts) {
    for (GitCommit commit :
        git.log(new LogQuery(tip, Optional.empty(), Optional.empty(), true, 100))) {
      facts.add(ref + " commit " + timeless(commit.message()));
    }
    git.list(tip, "").keySet().stream()
        .sorted()
        .forEach(path -> facts.add(ref + " " + path + " " + content(git, tip, path)));
  }

  private static String content(GitRepository git, CommitId tip, String path) {
    byte[] bytes = git.read(tip, path).orElseThrow();
    return path.endsWith(".png")
        ? Digest.of(bytes).toString()
        : timeless(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String timeless(String text) {
    return text.replaceAll("\"(previous|checksum)\": ?\"[^\"]*\"", "\"$1\":…")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
        .replaceAll("(?<![0-9a-f:/])[0-9a-f]{40}(?![0-9a-f])", "COMMIT")
        .replaceAll("(?<![0-9a-f:/])[0-9a-f]{10}(?![0-9a-f])", "COMMIT")
        .strip();
  }
}
