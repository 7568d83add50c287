package dev.countersign.pipeline.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a step's log for an error message. */
final class LogTail {
  private static final int MAX_BYTES = 4096;
  private static final int MAX_LINES = 12;

  private LogTail() {}

  /** {@code ; its log "…" ends with:} and the last lines, without control characters. */
  static String of(Path log) {
    List<String> lines = lastLines(log);
    if (lines.isEmpty()) {
      return "; its log \"" + log + "\" is empty";
    }
    return lines.stream()
        .map(line -> "  " + line.replaceAll("\\p{Cntrl}", " ").strip())
        .collect(Collectors.joining("\n", "; its log \"" + log + "\" ends with:\n", ""));
  }

  private static List<String> lastLines(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - MAX_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> lines =
          new String(bytes, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
      return lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
