package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.digest.SourceFile;
import dev.countersign.modelrefs.artifact.digest.SourceTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * Guesses, by a few bytes, whether an artifact is stored already; then copying it once more would
 * be for nothing. Models of one shape have files of equal sizes, so sizes alone do not tell. A
 * wrong guess costs time, never correctness: nothing is decided by it but when bytes are copied.
 */
final class StoredGuess {
  private static final int SAMPLE_BYTES = 1 << 16;

  private StoredGuess() {}

  /**
   * Whether some artifact's file of the same path has the same size, beginning, middle and end as
   * the largest file of the source.
   *
   * @param artifacts the folder of all artifacts; need not exist
   */
  static boolean looksStored(SourceTree source, Path artifacts) {
    return Files.isDirectory(artifacts)
        && source.files().stream()
            .max(Comparator.comparingLong(SourceFile::sizeBytes))
            .filter(largest -> looksStored(largest, artifacts))
            .isPresent();
  }

  private static boolean looksStored(SourceFile largest, Path artifacts) {
    try (DirectoryStream<Path> stored = Files.newDirectoryStream(artifacts)) {
      for (Path artifact : stored) {
        if (looksAlike(largest, artifact.resolve(largest.path().value()))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean looksAlike(SourceFile file, Path other) {
    try {
      if (!Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)
          || Files.size(other) != file.sizeBytes()) {
        return false;
      }
      try (FileChannel one = file.open();
          FileChannel two =
              FileChannel.open(other, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
        long last = Math.max(0, file.sizeBytes() - SAMPLE_BYTES);
        return sample(one, 0).equals(sample(two, 0))
            && sample(one, last / 2).equals(sample(two, last / 2))
            && sample(one, last).equals(sample(two, last));
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static ByteBuffer sample(FileChannel file, long position) throws IOException {
    ByteBuffer sample = ByteBuffer.allocate(SAMPLE_BYTES);
    long next = position;
    int count = file.read(sample, next);
    while (count > 0) {
      next += count;
      count = file.read(sample, next);
    }
    return sample.flip();
  }
}
