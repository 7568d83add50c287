package dev.countersign.pipeline.files;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file written beside its place and moved there in one step. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes a file, replacing what is there; its folder is made if needed.
   *
   * @throws CountersignException {@link ErrorCode#ENVIRONMENT_UNAVAILABLE} if it cannot be written;
   *     what was there is as it was
   */
  public static void write(Path file, byte[] bytes) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, ".", ".partial");
      try {
        Files.write(partial, bytes);
        Files.move(
            partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" cannot be written: %s".formatted(file, e.getMessage()),
          e);
    }
  }
}
