package dev.countersign.modelrefs.git.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the data types of RFC 4251, section 5. Every method throws {@link IllegalArgumentException}
 * if the bytes do not hold what was asked for.
 */
final class SshReader {
  private final ByteBuffer in;

  SshReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  void expect(String ascii) {
    if (!new String(raw(ascii.length()), StandardCharsets.US_ASCII).equals(ascii)) {
      throw new IllegalArgumentException("\"" + ascii.strip() + "\" was expected");
    }
  }

  int uint32() {
    if (in.remaining() < Integer.BYTES) {
      throw new IllegalArgumentException("ends too early");
    }
    return in.getInt();
  }

  byte[] string() {
    return raw(uint32());
  }

  String text() {
    return new String(string(), StandardCharsets.US_ASCII);
  }

  byte[] raw(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("ends too early");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  void end() {
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("goes on after its end");
    }
  }
}
