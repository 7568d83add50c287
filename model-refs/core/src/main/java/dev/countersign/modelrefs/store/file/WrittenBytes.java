package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.value.Digest;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Hashes a file that is still being written, as far as it has come. Used by one thread at a time.
 */
final class WrittenBytes {
  private static final int BUFFER_BYTES = 1 << 18;

  private final FileChannel file;
  private final MessageDigest sha256 = DigestUtils.getSha256Digest();
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private long position;

  WrittenBytes(FileChannel file) {
    this.file = file;
  }

  /**
   * Hashes from where the last call ended.
   *
   * @param end how much is written
   * @throws UncheckedIOException if it cannot be read back
   */
  void hashUpTo(long end) {
    try {
      while (position < end) {
        buffer(end - position);
        if (file.read(buffer, position) < 0) {
          throw new EOFException("the file is shorter than what was written to it");
        }
        position += buffer.position();
        sha256.update(buffer.flip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The digest of what was hashed; ends the hashing. */
  Digest digest() {
    return Digest.of(sha256);
  }

  private void buffer(long wanted) {
    if (buffer.capacity() < Math.min(wanted, BUFFER_BYTES)) {
      buffer =
          wanted < BUFFER_BYTES
              ? ByteBuffer.allocate((int) wanted)
              : ByteBuffer.allocateDirect(BUFFER_BYTES);
    }
    buffer.clear().limit((int) Math.min(wanted, buffer.capacity()));
  }
}
