package dev.countersign.modelrefs.evidence.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Refuses a stream that turns out longer than allowed, whatever it was compressed to. */
final class BoundedStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final long limit;
  private long read;

  private BoundedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** The stream is longer than allowed. */
  static final class TooLong extends IOException {
    private TooLong(long limit) {
      super("the file is longer than %d bytes after decompression".formatted(limit));
    }
  }

  /** The content of a file, decompressed if its name ends in {@code .gz}. */
  static InputStream open(InputStream in, String name, long limit) throws IOException {
    return new BoundedStream(name.endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in, limit);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) throws TooLong {
    read += bytes;
    if (read > limit) {
      throw new TooLong(limit);
    }
  }
}
