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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Copies files and hashes the copies. The system copies without bringing the bytes into this
 * process (sendfile(2)); close behind, a thread of its own reads them back from the new file. So
 * what is hashed is what was written, and a copy takes little longer than the slower of the two.
 */
final class VerifiedCopy {
  private static final long CHUNK_BYTES = 4 << 20;

  private final BoundedParallel parallel;

  VerifiedCopy(BoundedParallel parallel) {
    this.parallel = parallel;
  }

  /**
   * Copies files into a folder, under their paths; none may exist there.
   *
   * @return what was written, in the order given
   * @throws UncheckedIOException if reading or writing fails
   */
  List<ManifestEntry> copy(List<SourceFile> files, Path folder) {
    return parallel.map(files, file -> copy(file, folder.resolve(file.path().value())));
  }

  private static ManifestEntry copy(SourceFile file, Path target) {
    try {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      if (file.sizeBytes() <= CHUNK_BYTES) {
        return copy(file, target, Runnable::run);
      }
      ExecutorService hashing = Executors.newSingleThreadExecutor(BoundedParallel::daemon);
      try {
        return copy(file, target, hashing);
      } finally {
        hashing.shutdownNow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ManifestEntry copy(SourceFile file, Path target, Executor hashing)
      throws IOException {
    try (FileChannel in = file.open();
        FileChannel out =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.READ)) {
      WrittenBytes written = new WrittenBytes(out);
      CompletableFuture<Void> hashed = CompletableFuture.completedFuture(null);
      long copied = 0;
      long count = -1;
      while (copied < file.sizeBytes() && count != 0) {
        count = in.transferTo(copied, CHUNK_BYTES, out);
        copied += count;
        long end = copied;
        hashed = hashed.thenRunAsync(() -> written.hashUpTo(end), hashing);
      }
      BoundedParallel.result(hashed);
      file.checkUnchanged();
      return new ManifestEntry(file.path(), written.digest(), copied);
    }
  }
}
