package dev.countersign.modelrefs.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how much may still be written where a path lies. */
@FunctionalInterface
interface FreeSpace {
  /** What the file system says. */
  FreeSpace OF_FILE_SYSTEM = path -> Files.getFileStore(path).getUsableSpace();

  /**
   * Bytes that may still be written.
   *
   * @param path an existing file or folder
   */
  long bytes(Path path) throws IOException;
}
