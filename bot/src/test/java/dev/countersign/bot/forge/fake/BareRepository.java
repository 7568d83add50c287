package dev.countersign.bot.forge.fake;

import dev.countersign.bot.forge.fake.git.FakeRepository;
import dev.countersign.bot.forge.fake.git.Pushing;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.PersonIdent;

/** Makes the repository that a fake forge starts with. */
public final class BareRepository {
  private BareRepository() {}

  /** A bare repository whose default branch {@code main} has one commit with a README. */
  public static Path create(Path folder) {
    JGitRepositories.createBare(folder, "main");
    try (FakeRepository repository = new FakeRepository(folder)) {
      String root =
          new Pushing(repository)
              .commit(
                  List.of(),
                  Map.of("README.md", "models\n"),
                  new PersonIdent(
                      "Alice", "alice@example.com", ControlledClock.START, ZoneOffset.UTC),
                  "Start\n");
      repository.move("refs/heads/main", root);
    }
    return folder;
  }
}
