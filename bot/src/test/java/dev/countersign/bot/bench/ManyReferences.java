package dev.countersign.bot.bench;

import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A repository that declares 1,000 models, all at once and without anybody's approval. */
final class ManyReferences {
  private static final int REFERENCES = 1_000;
  private static final String MAIN = "refs/heads/main";

  private ManyReferences() {}

  static Scenario in(Path folder) throws IOException {
    String[] models =
        IntStream.range(0, REFERENCES).mapToObj(i -> "model-" + i).toArray(String[]::new);
    Scenario scenario = new Scenario(folder, models);
    Map<String, Optional<byte[]>> files =
        List.of(models).stream()
            .map(model -> ModelEnvironment.of(model, "production"))
            .collect(
                Collectors.toMap(
                    ModelEnvironment::referencePath, line -> Optional.of(reference(line))));
    commit(scenario.repository(), base -> new CommitDraft(List.of(base), files, "All\n", alice()));
    return scenario;
  }

  private static void commit(Path repository, Function<CommitId, CommitDraft> draft) {
    try (GitRepository git =
        JGitRepositories.open(RemoteLocation.of(repository), Optional.empty())) {
      CommitId base = git.fetch(List.of(MAIN)).get(MAIN);
      CommitId commit = git.commit(draft.apply(base));
      git.push(List.of(RefUpdate.move(MAIN, base, commit)));
    }
  }

  private static Person alice() {
    return new Person("alice", "alice@example.invalid", Scenario.NOON);
  }

  private static byte[] reference(ModelEnvironment line) {
    ModelReference like = ReferenceFixtures.second();
    return ReferenceCodec.encode(
        new ModelReference(
            line,
            like.version(),
            like.highestVersion(),
            like.sequence(),
            like.origin(),
            like.artifact(),
            like.evaluation(),
            like.provenance(),
            like.inputSchema(),
            like.changeRequest(),
            like.rollbackOf()));
  }
}
