package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.digest.BoundedParallel;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Writes a file and hashes what it writes, in turn through a few buffers: one is filled again only
 * when it was both written and hashed. Used by one thread; closing ends the hashing, not the file.
 */
final class HashedWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;
  private static final int BUFFERS = 4;

  private final FileChannel out;
  private final Executor hashing;
  private final Runnable end;
  private final ByteBuffer[] buffers;
  private final CompletableFuture<?>[] hashed;
  private final MessageDigest sha256 = DigestUtils.getSha256Digest();
  private int turn;
  private long written;

  private HashedWriter(FileChannel out, Executor hashing, Runnable end, ByteBuffer... buffers) {
    this.out = out;
    this.hashing = hashing;
    this.end = end;
    this.buffers = buffers;
    this.hashed =
        IntStream.range(0, buffers.length)
            .mapToObj(i -> CompletableFuture.completedFuture(null))
            .toArray(CompletableFuture<?>[]::new);
  }

  /**
   * Writes to a file.
   *
   * @param expected how many bytes will come; a small file is not worth a thread
   */
  static HashedWriter of(FileChannel out, long expected) {
    if (expected <= BUFFER_BYTES) {
      ByteBuffer only = ByteBuffer.allocate((int) expected + 1);
      return new HashedWriter(out, Runnable::run, () -> {}, only);
    }
    ExecutorService thread = Executors.newSingleThreadExecutor(BoundedParallel::daemon);
    ByteBuffer[] buffers =
        IntStream.range(0, BUFFERS)
            .mapToObj(i -> ByteBuffer.allocateDirect(BUFFER_BYTES))
            .toArray(ByteBuffer[]::new);
    return new HashedWriter(out, thread, thread::shutdownNow, buffers);
  }

  /** Reads on, and writes what was read; false at the end of the input. */
  boolean copyNext(FileChannel in) throws IOException {
    BoundedParallel.result(hashed[turn]);
    ByteBuffer buffer = buffers[turn].clear();
    int count = in.read(buffer);
    if (count < 0) {
      return false;
    }
    ByteBuffer toHash = buffer.flip().duplicate();
    hashed[turn] = CompletableFuture.runAsync(() -> sha256.update(toHash), hashing);
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
    written += count;
    turn = (turn + 1) % buffers.length;
    return true;
  }

  /** How many bytes were written so far. */
  long written() {
    return written;
  }

  /** The digest of all that was written; ends the hashing. */
  Digest digest() {
    for (CompletableFuture<?> each : hashed) {
      BoundedParallel.result(each);
    }
    return Digest.of(sha256);
  }

  @Override
  public void close() {
    end.run();
  }
}
