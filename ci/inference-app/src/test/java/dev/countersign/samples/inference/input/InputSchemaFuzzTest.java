package dev.countersign.samples.inference.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.samples.inference.SampleModel;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as an input schema end in a schema or in a refusal")
class InputSchemaFuzzTest extends ReaderFuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return List.of(SampleModel.SCHEMA.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected List<String> words() {
    return List.of("category", "number", "categories", "default", "1e39");
  }

  @Override
  protected void read(byte[] input) {
    InputSchema schema = InputSchemaReader.read(input);

    assertThat(schema.features().stream().flatMap(feature -> feature.fallback().stream()))
        .allMatch(fallback -> Float.isFinite(fallback.number()));
  }
}
