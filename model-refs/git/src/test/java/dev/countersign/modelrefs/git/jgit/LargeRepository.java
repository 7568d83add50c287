package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;

/** A bare repository of 100,000 files in 1,000 folders and 1,000 references, as one pack. */
final class LargeRepository {
  static final int FOLDERS = 1_000;
  static final int FILES_PER_FOLDER = 100;
  static final int REFERENCES = 1_000;

  private LargeRepository() {}

  static void create(Path folder) throws IOException {
    JGitRepositories.createBare(folder, "main");
    try (FileRepository repository = new FileRepository(folder.toFile());
        PackInserter inserter = repository.getObjectDatabase().newPackInserter();
        ObjectReader reader = inserter.newReader()) {
      inserter.checkExisting(false);
      TreeEditor trees = new TreeEditor(reader, inserter);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(trees.edit(Optional.empty(), files()));
      PersonIdent ada =
          new PersonIdent(
              "Ada", "ada@example.com", ReferenceFixtures.run().finishedAt(), ZoneOffset.UTC);
      commit.setAuthor(ada);
      commit.setCommitter(ada);
      commit.setMessage("Everything\n");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate main = repository.updateRef("refs/heads/main");
      main.setNewObjectId(id);
      main.update();
    }
  }

  static List<ModelEnvironment> lines() {
    return java.util.stream.IntStream.range(0, REFERENCES)
        .mapToObj(i -> ModelEnvironment.of("model-" + i, "production"))
        .toList();
  }

  private static Map<String, Optional<byte[]>> files() {
    Map<String, Optional<byte[]>> files = new HashMap<>();
    for (int folder = 0; folder < FOLDERS; folder++) {
      for (int file = 0; file < FILES_PER_FOLDER; file++) {
        String path = "src/package-%d/File%d.java".formatted(folder, file);
        files.put(path, Optional.of(path.getBytes(StandardCharsets.UTF_8)));
      }
    }
    lines().forEach(line -> files.put(line.referencePath(), Optional.of(reference(line))));
    return files;
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
