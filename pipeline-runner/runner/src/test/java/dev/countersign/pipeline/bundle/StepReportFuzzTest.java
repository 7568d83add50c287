package dev.countersign.pipeline.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Any bytes that a step leaves as its report end in a report or in a refusal")
class StepReportFuzzTest extends ReaderFuzzContract {
  @TempDir Path folder;

  @Override
  protected List<byte[]> seeds() {
    return Stream.of("{\"metrics\":{\"rmse\":1.5},\"bump\":\"minor\"}", "{\"rmse\":1.5,\"r2\":1}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("\"steps\":", "\"model\":", "\"run\":{}");
  }

  @Override
  protected int mutations() {
    return 400;
  }

  @Override
  protected void read(byte[] input) {
    Path file = folder.resolve("report.json");
    try {
      Files.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    ObjectNode report = StepReport.readReportOrMetrics(file);

    assertThat(report.has("steps") || report.has("model") || report.has("run")).isFalse();
  }
}
