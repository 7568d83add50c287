package dev.countersign.samples.inference.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.samples.inference.log.PredictionLog.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionLogTest {
  private static final Entry ENTRY =
      new Entry(
          "t-1",
          "0",
          Instant.parse("2026-05-03T14:00:00Z"),
          JsonNodeFactory.instance.objectNode().put("cut", "line\nbreak"),
          326.5f,
          new Digest("ab".repeat(32)));

  @Test
  void writesOneLinePerPrediction_whateverTheInputs() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new PredictionLog(out, warning -> {}).append(List.of(ENTRY, ENTRY));

    String line =
        "{\"transactionId\":\"t-1\",\"recordId\":\"0\",\"time\":\"2026-05-03T14:00:00Z\","
            + "\"inputs\":{\"cut\":\"line\\nbreak\"},\"prediction\":326.5,"
            + "\"artifactDigest\":\"sha256:"
            + "ab".repeat(32)
            + "\"}\n";
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(line + line);
  }

  @Test
  void warnsOnce_whenItCannotBeWritten() {
    List<String> warnings = new ArrayList<>();
    PredictionLog log = new PredictionLog(new FullDisk(), warnings::add);

    log.append(List.of(ENTRY));
    log.append(List.of(ENTRY));

    assertThat(warnings).containsExactly("predictions are not logged any more: no space left");
  }

  /** A stream that takes nothing. */
  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("no space left");
    }
  }
}
