package dev.countersign.modelrefs.evidence.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as training rows end in training rows or in a refusal")
class TrainingRowsFuzzTest extends ReaderFuzzContract {
  private static final String A = "a".repeat(64);
  private static final String B = "0b".repeat(32);

  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            A + "\n" + B + "\n",
            A + ",2026-01-02T00:00:00Z\r\n" + B + ",2026-01-03\r\n",
            "\"" + A + "\"",
            "")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of(A, B, ",", "\n", "\"", "2026-02-30", "+999999999-12-31");
  }

  @Override
  protected void read(byte[] input) {
    var rows = TrainingRowsCsv.read(new ByteArrayInputStream(input), "training-rows.csv");

    long lines = new String(input, StandardCharsets.UTF_8).lines().count();
    assertThat(rows.size()).isLessThanOrEqualTo(Math.toIntExact(lines));
  }
}
