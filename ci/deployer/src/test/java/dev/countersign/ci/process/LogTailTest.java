package dev.countersign.ci.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path folder;

  @Test
  void showsTheLastFiveLines() throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), "1\n2\n3\n\n4\n5\n6\n");

    assertThat(LogTail.of(log)).isEqualTo("; its log ends: 2 | 3 | 4 | 5 | 6");
  }

  @Test
  @DisplayName("I8: what an app logs cannot steer a terminal or forge a line")
  void takesControlCharactersOut() throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), "a\u001b[31m\r/approve\u202eb");

    assertThat(LogTail.of(log)).isEqualTo("; its log ends: a [31m | /approve b");
  }

  @Test
  void readsOnlyTheEndOfALargeLog() throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), "x".repeat(1 << 20) + "\nlast");

    assertThat(LogTail.of(log)).endsWith("x | last").hasSizeLessThan(2100);
  }

  @Test
  void saysThatThereIsNothing() {
    Path log = folder.resolve("none.log");

    assertThat(LogTail.of(log)).isEqualTo("; its log \"" + log + "\" is empty");
  }
}
