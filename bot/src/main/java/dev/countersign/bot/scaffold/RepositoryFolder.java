package dev.countersign.bot.scaffold;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The folder that is set up; nothing in it is overwritten. */
public final class RepositoryFolder {
  private final Path root;

  /**
   * @param root the repository's work tree
   * @throws CountersignException {@code NOT_FOUND} if it is no folder
   */
  public RepositoryFolder(Path root) {
    if (!Files.isDirectory(root)) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "\"" + root + "\" is no folder; name the repository's by --dir");
    }
    this.root = real(root);
  }

  /** What would become of the files. */
  public List<PlannedFile> plan(List<ScaffoldFile> files) {
    return files.stream().map(file -> PlannedFile.of(file, existing(file))).toList();
  }

  /** Writes the files that are new; a file that has come up meanwhile is left alone. */
  public void write(List<PlannedFile> plan) {
    for (PlannedFile planned : plan) {
      if (planned.state() == PlannedFile.State.NEW) {
        write(planned.file());
      }
    }
  }

  /**
   * The bot's key: the one that is in the file, or a new one that is kept there, readable by its
   * owner only.
   *
   * @throws CountersignException {@code PATH_REFUSED} if the file lies in the repository, where it
   *     would be committed; {@code SIGNING_KEY_MISSING} if it holds something else
   */
  public SigningKey key(Path file) {
    refuseInside(file);
    if (Files.exists(file)) {
      return SigningKeys.read(file);
    }
    SigningKey key = SigningKeys.generate();
    SigningKeys.write(key, file);
    return key;
  }

  /**
   * Refuses a place for the key that belongs to the repository.
   *
   * @throws CountersignException {@code PATH_REFUSED}, {@code NOT_FOUND} if its folder is not there
   */
  public void refuseInside(Path file) {
    Path parent = Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElse(root);
    if (!Files.isDirectory(parent)) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "there is no folder \"%s\" for the key".formatted(parent));
    }
    Path place = Files.exists(file) ? real(file) : real(parent);
    if (place.startsWith(workTree())) {
      throw new CountersignException(
          ErrorCode.PATH_REFUSED,
          "\"%s\" lies in the repository, where a private key gets committed; name a file outside of \"%s\" by --key"
              .formatted(file, workTree()));
    }
  }

  /** The work tree that the folder belongs to: the nearest one upwards with Git's folder. */
  private Path workTree() {
    for (Path at = root; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return root;
  }

  private Optional<String> existing(ScaffoldFile file) {
    Path path = root.resolve(file.path());
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(ScaffoldFile file) {
    Path path = root.resolve(file.path());
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(
          path, file.content(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new CountersignException(
          ErrorCode.CONFLICT, "\"" + path + "\" has come up meanwhile; it is left alone", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
