package dev.countersign.pipeline.spec.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.pipeline.spec.InputSource;
import dev.countersign.pipeline.spec.PipelineSpec;
import dev.countersign.pipeline.spec.StepSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineReaderTest {
  static final String VALID =
      """
      version: 1
      name: prices
      model: diamonds-price
      task: regression
      parameters: {seed: 1, quick: false, cut: ""}
      environment: {pass: [PATH, HOME], set: {OMP_NUM_THREADS: "2"}}
      steps:
        load:
          argv: [python3, "${inputs.code}", "${outputs.rows}"]
          inputs: {code: "file:load.py"}
          outputs: {rows: rows.csv}
        train:
          argv: [python3, train.py, "--seed=${parameters.seed}", "${inputs.rows}"]
          inputs: {rows: load.rows, live: "run:baselines"}
          outputs: {model: model, report: report.json, predictions: predictions.csv}
          timeoutSeconds: 60
          retries: 2
          when: {parameter: quick, equals: false}
      bundle:
        report: train.report
        artifact: train.model
        predictions: train.predictions
      """;

  @Test
  void readsEveryPartOfAPipeline() {
    PipelineSpec spec = read(VALID);

    assertThat(spec.stepNames()).containsExactly("load", "train");
    assertThat(spec.parameters())
        .containsExactly(
            entry("seed", new Scalar.Numeric(1)),
            entry("quick", new Scalar.Flag(false)),
            entry("cut", new Scalar.Text("")));
    StepSpec train = spec.step("train").orElseThrow();
    assertThat(train.needs()).containsExactly("load");
    assertThat(train.parameters()).containsExactly("seed");
    assertThat(train.inputs()).containsEntry("live", new InputSource.Baselines());
    assertThat(train.limits()).isEqualTo(new StepSpec.Limits(Duration.ofMinutes(1), 2));
    assertThat(train.when()).isPresent();
    assertThat(spec.environment().set()).containsEntry("OMP_NUM_THREADS", "2");
  }

  @Test
  void givesStepsAnHourNoRetriesAndPathOnly_whereTheFileSaysNothing() {
    PipelineSpec spec = read(VALID.replaceAll("environment:.*\n", ""));

    assertThat(spec.step("load").orElseThrow().limits())
        .isEqualTo(new StepSpec.Limits(Duration.ofHours(1), 0));
    assertThat(spec.environment().pass()).containsExactly("PATH");
  }

  @Test
  void reportsAllProblemsOfFormAtOnce_withPathAndSuggestion() {
    List<Problem> problems =
        problems(
            VALID
                .replace("model: diamonds-price", "model: Diamonds")
                .replace("task: regression", "task: regresion")
                .replace("timeoutSeconds", "timeoutSecond")
                .replace("retries: 2", "retries: 99")
                .replace("[PATH, HOME]", "[PA=TH]")
                .replace("rows: rows.csv}", "rows: ../rows.csv}"));

    assertThat(problems)
        .extracting(Problem::path)
        .contains(
            "$.model",
            "$.task",
            "$.environment.pass[0]",
            "$.steps.load.outputs.rows",
            "$.steps.train.retries",
            "$.steps.train");
    assertThat(problems)
        .extracting(Problem::message)
        .contains("unknown key \"timeoutSecond\"; did you mean \"timeoutSeconds\"?");
  }

  @Test
  void reportsAllNamesThatLeadNowhereAtOnce() {
    List<Problem> problems =
        problems(
            VALID
                .replace("rows: load.rows", "rows: load.row")
                .replace("${parameters.seed}", "${parameters.sed}")
                .replace("${outputs.rows}", "${outputs.lines}")
                .replace("parameter: quick", "parameter: fast")
                .replace("artifact: train.model", "artifact: tain.model"));

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "$.steps.load.argv[2]: there is no output of this step \"lines\"",
            "$.steps.train.argv[2]: there is no parameter \"sed\"; did you mean \"seed\"?",
            "$.steps.train.inputs.rows: there is no output of step \"load\" \"row\"; did you mean"
                + " \"rows\"?",
            "$.steps.train.when: there is no parameter \"fast\"",
            "$.bundle.artifact: there is no step \"tain\"; did you mean \"train\"?");
  }

  @Test
  void namesTheStepsOfACycle() {
    List<Problem> problems =
        problems(VALID.replace("{code: \"file:load.py\"}", "{code: train.report}"));

    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly("steps need each other in a circle: load → train → load");
  }

  @Test
  void refusesTwoOutputsInOneFile() {
    assertThat(problems(VALID.replace("report: report.json", "report: model")).toString())
        .contains(
            "$.steps.train.outputs.report: \"model\" is written by the output \"model\", too");
  }

  @ParameterizedTest
  @CsvSource({
    "${inputs.code},${input.code}",
    "${inputs.code},${inputs.code",
    "${inputs.code},${inputs.Code}",
    "file:load.py,file:/etc/passwd",
    "file:load.py,file:../../secret",
    "file:load.py,http://example.org/x",
    "file:load.py,run:tokens",
    "name: prices,name: Prices",
    "version: 1,version: 2",
    "timeoutSeconds: 60,timeoutSeconds: 0",
    "equals: false,equals: [1]"
  })
  void refusesOtherForms(String valid, String other) {
    assertThat(problems(VALID.replace(valid, other))).isNotEmpty();
  }

  @Test
  void refusesAPipelineWithoutSteps() {
    String empty = VALID.replaceAll("(?s)steps:.*bundle:", "steps: {}\nbundle:");

    assertThat(problems(empty).toString()).contains("$.steps: must name at least one step");
  }

  @Test
  void saysWhichFileIsNotThere(@TempDir Path folder) {
    CountersignException missing =
        catchThrowableOfType(
            CountersignException.class, () -> PipelineReader.read(folder.resolve("pipeline.yaml")));

    assertThat(missing.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(missing.explanation()).contains("there is no pipeline file \"" + folder);
  }

  private static PipelineSpec read(String yaml) {
    return PipelineReader.read(yaml.getBytes(StandardCharsets.UTF_8), "pipeline.yaml");
  }

  private static List<Problem> problems(String yaml) {
    CountersignException refused =
        catchThrowableOfType(CountersignException.class, () -> read(yaml));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
    return refused.problems();
  }
}
