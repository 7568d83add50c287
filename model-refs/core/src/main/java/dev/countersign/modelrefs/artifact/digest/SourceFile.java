package dev.countersign.modelrefs.artifact.digest;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A regular file of an artifact as a walk found it.
 *
 * @param path inside the artifact
 * @param file where it lies
 */
public record SourceFile(ArtifactPath path, Path file, State state) {
  /** What tells one state of a file from another; the key is null where a file system has none. */
  public record State(@Nullable Object key, long sizeBytes, FileTime modified) {
    static State of(BasicFileAttributes attributes) {
      return new State(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
    }
  }

  static SourceFile of(ArtifactPath path, Path file) {
    try {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!now.isRegularFile()) {
        throw new CountersignException(
            ErrorCode.PATH_REFUSED, "\"%s\" is not a regular file".formatted(file));
      }
      return new SourceFile(path, file, State.of(now));
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" cannot be read: %s".formatted(file, IoReason.of(e)),
          e);
    }
  }

  /** The size when it was found. */
  public long sizeBytes() {
    return state.sizeBytes();
  }

  /**
   * Opens the file for reading, not following a link.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} if it is no longer the file found
   */
  public FileChannel open() throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      checkUnchanged();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Checks that the file is still as it was found; call it after the last byte was read.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} if not
   */
  public void checkUnchanged() throws IOException {
    BasicFileAttributes now =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!now.isRegularFile() || !Objects.equals(State.of(now), state)) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" changed while it was read; is something still writing to it?".formatted(file));
    }
  }
}
