package dev.countersign.modelrefs.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JsonBombsTest {
  @Test
  @DisplayName("Fault row 18: documents made to exhaust a reader are refused in a heap of 128 MB")
  void refusesEveryBomb_inASmallHeap() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                JsonBombs.class.getName())
            .redirectErrorStream(true)
            .start();
    child.getOutputStream().close();

    String output = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output.lines())
        .containsExactlyElementsOf(
            JsonBombs.bombs().keySet().stream().map("refused "::concat).toList());
  }
}
