package dev.countersign.ci.process;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a program's log, fit for a message: bounded, without control characters. */
final class LogTail {
  private static final int MAX_BYTES = 2048;
  private static final int MAX_LINES = 5;

  private LogTail() {}

  /** {@code ; its log ends: …}, or a note that it is empty. */
  static String of(Path log) {
    String tail = read(log);
    return tail.isEmpty() ? "; its log \"%s\" is empty".formatted(log) : "; its log ends: " + tail;
  }

  private static String read(Path log) {
    try (SeekableByteChannel channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - MAX_BYTES));
      byte[] bytes = Channels.newInputStream(channel).readNBytes(MAX_BYTES);
      String text = new String(bytes, StandardCharsets.UTF_8);
      List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size());
      return String.join(" | ", last).replaceAll("\\p{Cntrl}|\\p{Cf}", " ");
    } catch (IOException e) {
      return "";
    }
  }
}
