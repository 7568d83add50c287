package dev.countersign.samples.inference.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.samples.inference.SampleModel;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any body sent to /predict ends in rows that the model takes, or in a refusal")
class PredictionRequestFuzzTest extends ReaderFuzzContract {
  private final InputSchema schema =
      InputSchemaReader.read(SampleModel.SCHEMA.getBytes(StandardCharsets.UTF_8));

  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            "{\"instances\":[{\"depth\":61.5,\"cut\":\"Good\",\"carat\":1},{\"depth\":60}]}",
            "{\"instances\":[{\"depth\":60,\"cut\":null,\"recordId\":\"ring-7\"}]}",
            "{\"instances\":[]}")
        .map(body -> body.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("1e39", "3.4028236e38", "Ideal", "recordId", "carat", "{\"depth\":1},");
  }

  @Override
  protected void read(byte[] input) {
    List<Row> rows = new RequestReader(schema).read(input);

    assertThat(rows).hasSizeBetween(1, RequestReader.MAX_INSTANCES);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.recordId()).isNotBlank();
              assertThat(row.vector()).hasSameSizeAs(schema.features()).allMatch(Float::isFinite);
            });
  }
}
