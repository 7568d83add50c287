package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.artifact.digest.BoundedParallel;
import dev.countersign.modelrefs.artifact.digest.SourceFile;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Copies files and hashes the very bytes it writes. Two buffers take turns: one is hashed on a
 * thread of its own while it is written and the other is filled, so that a copy costs little more
 * than the slower of the two.
 */
final class VerifiedCopy {
  private static final int BUFFER_BYTES = 1 << 20;

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
    ExecutorService hashing = Executors.newSingleThreadExecutor(BoundedParallel::daemon);
    try {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      try (FileChannel in = file.open();
          FileChannel out =
              FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ManifestEntry written = pump(file, in, out, hashing);
        file.checkUnchanged();
        return written;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      hashing.shutdownNow();
    }
  }

  private static ManifestEntry pump(
      SourceFile file, FileChannel in, FileChannel out, ExecutorService hashing)
      throws IOException {
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    int size = (int) Math.max(1, Math.min(BUFFER_BYTES, file.sizeBytes()));
    ByteBuffer filling = ByteBuffer.allocate(size);
    ByteBuffer spare = ByteBuffer.allocate(size);
    Future<?> hashed = CompletableFuture.completedFuture(sha256);
    long total = 0;
    while (in.read(filling) > 0) {
      BoundedParallel.result(hashed);
      byte[] bytes = filling.array();
      int length = filling.position();
      hashed = hashing.submit(() -> sha256.update(bytes, 0, length));
      write(out, filling.flip());
      total += length;
      ByteBuffer next = spare.clear();
      spare = filling;
      filling = next;
    }
    BoundedParallel.result(hashed);
    return new ManifestEntry(file.path(), Digest.of(sha256), total);
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
