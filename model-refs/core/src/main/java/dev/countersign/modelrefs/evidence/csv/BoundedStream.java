package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Refuses a stream that turns out longer than allowed, whatever it was compressed to. */
final class BoundedStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final long limit;
  private long read;

  private BoundedStream(InputStream in, String name, long limit) {
    super(in);
    this.name = name;
    this.limit = limit;
  }

  /** The content of a file, decompressed if its name ends in {@code .gz}. */
  static InputStream open(InputStream in, String name, long limit) throws IOException {
    InputStream content = name.endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
    return new BoundedStream(content, name, limit);
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

  private void count(int bytes) {
    read += bytes;
    if (read > limit) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" is longer than %,d bytes after decompression".formatted(name, limit));
    }
  }
}
