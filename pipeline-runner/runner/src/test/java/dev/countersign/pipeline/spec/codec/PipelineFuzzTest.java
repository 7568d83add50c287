package dev.countersign.pipeline.spec.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.pipeline.spec.PipelineSpec;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as pipeline.yaml end in a pipeline or in a refusal")
class PipelineFuzzTest extends ReaderFuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return List.of(
        PipelineReaderTest.VALID.getBytes(StandardCharsets.UTF_8),
        "%YAML 1.1\n---\n? {a: [b, 'c', \"d\\x41\"]}\n: |2-\n  text\n...\n"
            .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected List<String> words() {
    return List.of(
        "&a ",
        "*a",
        "!!int ",
        "!x ",
        "<<: ",
        "? ",
        "- ",
        "|",
        ">",
        "%YAML 1.2\n",
        "---\n",
        "...\n",
        ".nan",
        ".inf",
        "0x1F",
        "0b1",
        "1_000",
        "1:30:00",
        "2026-05-03",
        "~",
        "#",
        ": ",
        "[",
        "{",
        "${inputs.",
        "${outputs.x}",
        "${parameters.seed}",
        "load.rows",
        "train.model",
        "file:../x");
  }

  @Override
  protected Set<ErrorCode> refusals() {
    return Set.of(ErrorCode.INPUT_INVALID, ErrorCode.CONFIGURATION_INVALID);
  }

  @Override
  protected void read(byte[] input) {
    PipelineSpec spec = PipelineReader.read(input, "pipeline.yaml");

    assertThat(spec.stepNames()).isNotEmpty().doesNotHaveDuplicates();
  }
}
