package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteAbilities;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.signing.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens and makes repositories. */
public final class JGitRepositories {
  static {
    IsolatedSystem.install();
  }

  private JGitRepositories() {}

  /**
   * Opens a repository. Each call gives an independent one: make one per thread.
   *
   * @param key signs every commit written through it
   * @throws CountersignException {@code NOT_FOUND} if there is no bare repository in the folder; a
   *     server is not asked before the first fetch
   */
  public static GitRepository open(RemoteLocation location, Optional<SigningKey> key) {
    return new JGitRepository(origin(location), key, new Failures(location));
  }

  /**
   * Finds out what a repository would do; changes nothing there.
   *
   * @param branch short name of a branch to look at
   * @throws CountersignException as {@link GitRepository#fetch}
   */
  public static RemoteAbilities abilities(RemoteLocation location, String branch) {
    Failures failures = new Failures(location);
    if (location instanceof RemoteLocation.Local local) {
      existing(local.folder(), failures).close();
      return AbilityCheck.of(local.folder());
    }
    return failures.translate(() -> AbilityCheck.of(transport(location), branch));
  }

  private static ServerTransport transport(RemoteLocation location) {
    return location instanceof RemoteLocation.Server server
        ? new ServerTransport(server, Duration.ofMillis(300))
        : new ServerTransport((RemoteLocation.Cloned) location);
  }

  private static Origin origin(RemoteLocation location) {
    Failures failures = new Failures(location);
    if (location instanceof RemoteLocation.Local local) {
      return new LocalOrigin(existing(local.folder(), failures), Duration.ofSeconds(5));
    }
    if (location instanceof RemoteLocation.Cloned cloned) {
      existing(cloned.folder(), failures).close();
    }
    return failures.translate(() -> new ServerOrigin(transport(location)));
  }

  /**
   * Makes an empty bare repository unless there is one.
   *
   * @param defaultBranch short name of the branch that HEAD shall name, for example {@code main}
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if the folder cannot be written
   */
  public static void createBare(Path folder, String defaultBranch) {
    try (Repository repository = bare(folder).build()) {
      if (repository.getObjectDatabase().exists()) {
        return;
      }
      repository.create(true);
      RefUpdate head = repository.updateRef(Constants.HEAD, false);
      head.link(Constants.R_HEADS + defaultBranch);
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE, "cannot make a repository in \"" + folder + "\"", e);
    }
  }

  private static Repository existing(Path folder, Failures failures) {
    try {
      return bare(folder).setMustExist(true).build();
    } catch (RepositoryNotFoundException e) {
      throw WorkTree.at(folder)
          .map(tree -> failures.workTree(tree, e))
          .orElse(failures.notFound(e));
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  private static FileRepositoryBuilder bare(Path folder) {
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare();
  }
}
