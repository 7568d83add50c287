package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.artifact.digest.BoundedParallel;
import dev.countersign.modelrefs.artifact.digest.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Copies files and hashes what it writes. Every byte is read once; what is hashed is the very
 * memory that is written. For large files a thread of its own hashes while the next bytes are read
 * and written, so a copy takes little longer than the slower of the two. A file takes 1 MiB of
 * memory at most, however large it is.
 */
final class VerifiedCopy {
  private final BoundedParallel parallel;

  VerifiedCopy(BoundedParallel parallel) {
    this.parallel = parallel;
  }

  /**
   * Copies files into a folder, under their paths; none may exist there.
   *
   * @return what was written, in the order given
   * @throws UncheckedIOException if reading or writing fails
   * @throws dev.countersign.modelrefs.error.CountersignException {@code INPUT_INVALID} if a file
   *     changed while it was copied
   */
  List<ManifestEntry> copy(List<SourceFile> files, Path folder) {
    return parallel.map(files, file -> copy(file, folder.resolve(file.path().value())));
  }

  private static ManifestEntry copy(SourceFile file, Path target) {
    try {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      try (FileChannel in = file.open();
          FileChannel out =
              FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          HashedWriter writer = HashedWriter.of(out, file.sizeBytes())) {
        boolean more = true;
        // A file that grows without end is left too.
        while (more && writer.written() <= file.sizeBytes()) {
          more = writer.copyNext(in);
        }
        ManifestEntry entry = new ManifestEntry(file.path(), writer.digest(), writer.written());
        file.checkUnchanged();
        return entry;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
