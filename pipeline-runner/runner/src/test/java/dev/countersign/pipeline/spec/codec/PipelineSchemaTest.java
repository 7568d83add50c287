package dev.countersign.pipeline.spec.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader agree on what a pipeline looks like. */
class PipelineSchemaTest {
  @Test
  void acceptsWhatTheReaderReads() throws IOException {
    assertThat(errors(PipelineReaderTest.VALID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../diamonds/pipeline.yaml", "../samples/fraud/pipeline.yaml"})
  void acceptsThePipelinesOfTheSamples_asTheReaderDoes(String file) throws IOException {
    byte[] yaml = Files.readAllBytes(Path.of(file));

    assertThat(errors(new String(yaml, UTF_8))).isEmpty();
    assertThat(PipelineReader.read(yaml, file).steps()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1 | version: 2",
        "name: prices | name: Prices",
        "model: diamonds-price | model: outcomes",
        "task: regression | task: ranking",
        "seed: 1 | seed: [1]",
        "seed: 1 | Seed: 1",
        "[PATH, HOME] | [PA=TH]",
        "OMP_NUM_THREADS: \"2\" | OMP_NUM_THREADS: 2",
        "timeoutSeconds: 60 | timeoutSeconds: 0",
        "timeoutSeconds: 60 | timeout: 60",
        "retries: 2 | retries: 11",
        "equals: false | is: false",
        "rows: rows.csv | rows: ../rows.csv",
        "rows: rows.csv | rows: /rows.csv",
        "file:load.py | file:/load.py",
        "file:load.py | file:../load.py",
        "file:load.py | http://host/load.py",
        "run:baselines | run:secrets",
        "artifact: train.model | artifact: train",
        "  report: train.report | "
      })
  void refusesWhatTheReaderRefuses(String valid, String other) throws IOException {
    String yaml = PipelineReaderTest.VALID.replace(valid, other == null ? "" : other);

    assertThat(yaml).isNotEqualTo(PipelineReaderTest.VALID);
    assertThat(errors(yaml)).isNotEmpty();
    assertThatThrownBy(() -> PipelineReader.read(yaml.getBytes(UTF_8), "pipeline.yaml"))
        .isInstanceOf(CountersignException.class);
  }

  private static Set<ValidationMessage> errors(String yaml) throws IOException {
    try (InputStream in = PipelineReader.class.getResourceAsStream("/schemas/pipeline-1.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
      return schema.validate(StrictYaml.read(yaml.getBytes(UTF_8), "pipeline.yaml"));
    }
  }
}
