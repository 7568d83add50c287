package dev.countersign.bot.wiring;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import java.nio.file.Path;
import java.util.Optional;

/** Makes and opens repositories on this machine. */
public final class Repositories {
  private Repositories() {}

  /** Makes an empty bare repository. */
  public static void create(Path folder, String branch) {
    JGitRepositories.createBare(folder, branch);
  }

  /** Opens a repository without a key, so nothing is signed; close it. */
  public static GitRepository open(Path folder) {
    return JGitRepositories.open(RemoteLocation.of(folder), Optional.empty());
  }
}
