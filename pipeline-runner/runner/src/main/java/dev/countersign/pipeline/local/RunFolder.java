package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.files.FileTree;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folders of one run below the work folder: {@code runs/<id>/logs}, {@code runs/<id>/steps}
 * with the outputs of the steps that ran, {@code runs/<id>/scratch} while it goes on. Outputs are
 * never changed once they are in {@code steps}.
 */
final class RunFolder {
  private static final System.Logger LOG = System.getLogger(RunFolder.class.getName());

  private final Path work;
  private final Path root;

  private RunFolder(Path work, Path root) {
    this.work = work;
    this.root = root;
  }

  /**
   * Makes the folders of a run.
   *
   * @throws CountersignException {@link ErrorCode#CONFLICT} if the run's id was used before
   */
  static RunFolder create(Path work, String runId) {
    Path root = work.resolve("runs").resolve(runId);
    try {
      Files.createDirectories(root.getParent());
      Files.createDirectory(root);
      for (String name : new String[] {"logs", "steps", "scratch", "baselines"}) {
        Files.createDirectory(root.resolve(name));
      }
    } catch (FileAlreadyExistsException e) {
      throw new CountersignException(
          ErrorCode.CONFLICT, "run \"%s\" exists in \"%s\"".formatted(runId, work), e);
    } catch (IOException e) {
      throw unavailable(root, e);
    }
    return new RunFolder(work, root);
  }

  StepCache cache() {
    return new StepCache(work);
  }

  /** An empty folder that stands for baselines where there are none. */
  Path noBaselines() {
    return root.resolve("baselines");
  }

  Path log(String step, int attempt) {
    String suffix = attempt == 1 ? "" : ".attempt-" + attempt;
    return root.resolve("logs").resolve(step + suffix + ".log");
  }

  /** An attempt's own folder: its working directory, with {@code outputs} in it. */
  Path startAttempt(String step, int attempt) {
    Path folder = root.resolve("scratch").resolve(step + "-" + attempt);
    try {
      Files.createDirectories(folder.resolve("outputs"));
    } catch (IOException e) {
      throw unavailable(folder, e);
    }
    return folder;
  }

  /** Makes an attempt's outputs those of the step, all at once. */
  Path keep(String step, Path attempt) {
    Path kept = root.resolve("steps").resolve(step);
    try {
      return Files.move(attempt.resolve("outputs"), kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unavailable(kept, e);
    }
  }

  /** Removes what attempts left behind; what cannot be removed stays, harmless. */
  void deleteScratch() {
    try {
      FileTree.delete(root.resolve("scratch"));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "scratch folder stays", e);
    }
  }

  private static CountersignException unavailable(Path folder, IOException e) {
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "folder \"%s\" cannot be written: %s".formatted(folder, e.getMessage()),
        e);
  }
}
