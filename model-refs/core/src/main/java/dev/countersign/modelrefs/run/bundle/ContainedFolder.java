package dev.countersign.modelrefs.run.bundle;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of which only what lies in it can be read: no link below it is followed, a file with a
 * second name (hard link) is refused.
 */
final class ContainedFolder {
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final Path root;

  /**
   * @param root followed if it is a link itself: it is the caller's word, not the run's
   */
  ContainedFolder(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  /** Whether anything lies under a path; a link counts as something. */
  boolean has(ArtifactPath path) {
    return Files.exists(root.resolve(path.value()), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The place of a file or folder, every folder on the way and it itself checked not to be a link.
   *
   * @throws CountersignException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#PATH_REFUSED}
   */
  Path resolve(ArtifactPath path) {
    Path resolved = root.resolve(path.value());
    try {
      if (!resolved.toRealPath().equals(resolved)) {
        throw refused(path, "is, or lies behind, a link");
      }
      return resolved;
    } catch (NoSuchFileException e) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "\"%s\" is not in the run bundle \"%s\"".formatted(path, root), e);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Opens a regular file. The folders on the way are opened one inside the other (openat(2)), so
   * that a link swapped in after a check leads nowhere.
   *
   * @throws CountersignException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#PATH_REFUSED}
   */
  InputStream open(ArtifactPath path) {
    checkFile(path, resolve(path));
    try (DirectoryStream<Path> top = Files.newDirectoryStream(root)) {
      Path relative = root.getFileSystem().getPath(path.value());
      if (top instanceof SecureDirectoryStream<Path> secure) {
        return Channels.newInputStream(open(secure, relative));
      }
      return Channels.newInputStream(Files.newByteChannel(root.resolve(relative), READ));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static SeekableByteChannel open(SecureDirectoryStream<Path> folder, Path relative)
      throws IOException {
    int names = relative.getNameCount();
    if (names == 1) {
      return folder.newByteChannel(relative, READ);
    }
    try (SecureDirectoryStream<Path> next =
        folder.newDirectoryStream(relative.getName(0), LinkOption.NOFOLLOW_LINKS)) {
      return open(next, relative.subpath(1, names));
    }
  }

  /**
   * Refuses a file, or a folder with any file, that has a second name outside the reader's sight.
   *
   * @throws CountersignException {@link ErrorCode#PATH_REFUSED}
   */
  void refuseSecondNames(ArtifactPath path) {
    try (Stream<Path> tree = Files.walk(resolve(path))) {
      tree.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .forEach(file -> checkFile(path, file));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private void checkFile(ArtifactPath path, Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(path, "is not a regular file");
    }
    if (names(path, file) > 1) {
      throw refused(path, "has a second name (hard link) that may lie outside; copy the file");
    }
  }

  private int names(ArtifactPath path, Path file) {
    try {
      return (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return 1; // The file system does not count names.
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private CountersignException refused(ArtifactPath path, String reason) {
    return new CountersignException(
        ErrorCode.PATH_REFUSED, "\"%s\" in the run bundle \"%s\" %s".formatted(path, root, reason));
  }

  private CountersignException unreadable(ArtifactPath path, IOException cause) {
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "\"%s\" in the run bundle \"%s\" cannot be read: %s"
            .formatted(path, root, IoReason.of(cause)),
        cause);
  }
}
