package dev.countersign.modelrefs.git.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Bytes as lines; a line feed ends each, and may be missing after the last. */
final class LogLines {
  private static final byte LF = '\n';

  private final byte[] file;

  LogLines(byte[] file) {
    this.file = file;
  }

  List<byte[]> all() {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == LF) {
        lines.add(Arrays.copyOfRange(file, start, i));
        start = i + 1;
      }
    }
    if (start < file.length) {
      lines.add(Arrays.copyOfRange(file, start, file.length));
    }
    return lines;
  }

  Optional<byte[]> last() {
    List<byte[]> lines = all();
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
  }

  /** The same bytes, a line feed if the last line lacks it, and one more line. */
  byte[] with(byte[] line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + line.length + 2);
    out.writeBytes(file);
    if (file.length > 0 && file[file.length - 1] != LF) {
      out.write(LF);
    }
    out.writeBytes(line);
    out.write(LF);
    return out.toByteArray();
  }
}
