package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.RemoteLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/**
 * Somebody's clone with files to edit, which is no place for the bot to write to.
 *
 * @param origin where it was cloned from; empty if it does not say, or says it with a login
 */
record WorkTree(Optional<String> origin) {
  /** The work tree in a folder; empty if there is none. */
  static Optional<WorkTree> at(Path folder) {
    Path git = folder.resolve(".git");
    return Files.exists(git)
        ? Optional.of(new WorkTree(Optional.of(git.resolve("config")).flatMap(WorkTree::origin)))
        : Optional.empty();
  }

  private static Optional<String> origin(Path file) {
    try {
      FileBasedConfig config = new FileBasedConfig(file.toFile(), FS.DETECTED);
      config.load();
      return Optional.ofNullable(config.getString("remote", "origin", "url"))
          .map(url -> RemoteLocation.parse(url, Optional.empty()).toString());
    } catch (IOException | ConfigInvalidException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }
}
