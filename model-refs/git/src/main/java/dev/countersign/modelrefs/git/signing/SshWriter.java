package dev.countersign.modelrefs.git.signing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the data types of RFC 4251, section 5. */
final class SshWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  SshWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  SshWriter raw(String ascii) {
    return raw(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  SshWriter uint32(int value) {
    return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  SshWriter string(byte[] bytes) {
    return uint32(bytes.length).raw(bytes);
  }

  SshWriter string(String ascii) {
    return string(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  int size() {
    return out.size();
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
