package dev.countersign.modelrefs.artifact.digest;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Makes the manifest of an artifact: one thread per file, 256 KiB of memory per thread.
 * Thread-safe.
 */
public final class ArtifactDigester {
  private static final int BUFFER_BYTES = 1 << 18;
  private static final Comparator<SourceFile> LARGEST_FIRST =
      Comparator.comparingLong(SourceFile::sizeBytes).reversed();

  private final BoundedParallel parallel;

  /**
   * @param threads how many files are read at once
   */
  public ArtifactDigester(int threads) {
    this.parallel = new BoundedParallel(threads);
  }

  /** A digester that reads as many files at once as the machine has processors. */
  public static ArtifactDigester ofProcessors() {
    return new ArtifactDigester(Runtime.getRuntime().availableProcessors());
  }

  /**
   * The manifest of a folder, or of a single file under its own name.
   *
   * @throws CountersignException {@link ErrorCode#NOT_FOUND}; {@link ErrorCode#PATH_REFUSED} naming
   *     every link, empty folder and unportable name; {@link ErrorCode#INPUT_INVALID} if a file
   *     changed while it was read; {@link ErrorCode#ENVIRONMENT_UNAVAILABLE} if one cannot be read
   */
  public ArtifactManifest digest(Path source, HashingProgress progress) {
    SourceTree tree = SourceTree.of(source).orRefuse(source);
    return manifest(source, entries(tree.files(), progress));
  }

  /**
   * The manifest of files of a source whose digests are known.
   *
   * @throws CountersignException {@link ErrorCode#PATH_REFUSED} if two paths collide
   */
  public static ArtifactManifest manifest(Path source, List<ManifestEntry> entries) {
    try {
      return new ArtifactManifest(entries);
    } catch (IllegalArgumentException e) {
      throw new CountersignException(
          ErrorCode.PATH_REFUSED, "\"%s\": %s".formatted(source, e.getMessage()), e);
    }
  }

  /** As {@link #digest(Path, HashingProgress)}, without progress. */
  public ArtifactManifest digest(Path source) {
    return digest(source, HashingProgress.NONE);
  }

  /** The digest of each file, the largest files started first. */
  public List<ManifestEntry> entries(List<SourceFile> files, HashingProgress progress) {
    List<SourceFile> order = files.stream().sorted(LARGEST_FIRST).toList();
    return parallel.map(order, file -> entry(file, progress)).stream()
        .sorted(Comparator.comparing(ManifestEntry::path))
        .toList();
  }

  private static ManifestEntry entry(SourceFile file, HashingProgress progress) {
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    try (FileChannel channel = file.open()) {
      ByteBuffer buffer = buffer(file.sizeBytes());
      while (channel.read(buffer) > 0) {
        progress.advanced(file.path(), buffer.position());
        sha256.update(buffer.flip());
        buffer.clear();
      }
      file.checkUnchanged();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" cannot be read: %s".formatted(file.file(), IoReason.of(e)),
          e);
    }
    return new ManifestEntry(file.path(), Digest.of(sha256), file.sizeBytes());
  }

  /** Outside the heap for large files, which saves a copy; that is too dear for many small ones. */
  private static ByteBuffer buffer(long size) {
    return size > BUFFER_BYTES
        ? ByteBuffer.allocateDirect(BUFFER_BYTES)
        : ByteBuffer.allocate((int) Math.max(1, size));
  }
}
