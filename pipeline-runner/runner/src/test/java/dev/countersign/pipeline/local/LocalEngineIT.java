package dev.countersign.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.RunStep;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import dev.countersign.pipeline.engine.RunEvent;
import dev.countersign.pipeline.engine.RunResult;
import dev.countersign.pipeline.engine.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineIT {
  private static final String TWO_STEPS =
      """
      parameters: {suffix: "a", other: 1}
      steps:
        first:
          argv: [cp, "${inputs.data}", "${outputs.copy}"]
          inputs: {data: "file:data.txt"}
          outputs: {copy: copy.txt}
        second:
          argv: [cp, "--suffix=${parameters.suffix}", "${inputs.copy}", "${outputs.copy}"]
          inputs: {copy: first.copy}
          outputs: {copy: copy.txt}
      """;

  @TempDir Path temp;
  private PipelineFixture fixture;

  @BeforeEach
  void layPipeline() throws IOException {
    fixture = new PipelineFixture(temp);
    fixture.write("data.txt", "some rows\n");
    fixture.pipeline(TWO_STEPS);
  }

  @Test
  void leavesABundleWhoseReportNamesEveryStepsInputsAndOutputsByDigest() throws IOException {
    RunResult result = fixture.run("run-1");

    Path bundle = result.bundle().orElseThrow();
    RunReport report =
        RunReportCodec.decode(
            Files.readAllBytes(bundle.resolve("run-report.json")), "run-report.json");
    Digest rows = Digest.of("some rows\n".getBytes(StandardCharsets.UTF_8));
    assertThat(report.steps()).isEqualTo(result.steps());
    assertThat(report.steps())
        .extracting(RunStep::name)
        .containsExactly("first", "second", "bundle");
    assertThat(report.steps().get(0).inputs()).isEqualTo(Map.of("data", rows));
    assertThat(report.steps().get(1).outputs()).isEqualTo(Map.of("copy", rows));
    assertThat(report.run().startedAt()).isEqualTo(PipelineFixture.NOW);
    assertThat(report.run().engine()).isEqualTo("local");
    assertThat(report.parameters()).containsEntry("suffix", new Scalar.Text("a"));
    assertThat(report.bump()).isEqualTo(ModelVersion.Bump.MINOR);
    assertThat(bundle.resolve("artifact/model.json")).hasContent("{}");
    assertThat(bundle.resolve("predictions.csv")).exists();
  }

  @Test
  void takesEveryStepFromTheCache_whenNothingChanged() {
    fixture.run();
    RunResult second = fixture.run();

    assertThat(fixture.outcomes())
        .containsExactlyInAnyOrder("first:cached", "second:cached", "bundle:cached");
    assertThat(second.bundle().orElseThrow().resolve("artifact/model.json")).exists();
  }

  @Test
  void runsOnlyWhatAChangedParameterTouches() {
    fixture.run();
    fixture.parameters.put("suffix", new Scalar.Text("b"));
    fixture.parameters.put("other", new Scalar.Numeric(2));
    fixture.run();

    assertThat(fixture.outcomes())
        .containsExactlyInAnyOrder("first:cached", "second:succeeded", "bundle:cached");
  }

  @Test
  void runsWhatAChangedInputTouches() throws IOException {
    fixture.run();
    fixture.write("data.txt", "other rows\n");
    fixture.run();

    assertThat(fixture.outcomes())
        .containsExactlyInAnyOrder("first:succeeded", "second:succeeded", "bundle:cached");
  }

  @Test
  @DisplayName("I4: the cache is only a cache; an entry whose bytes changed is not used")
  void runsAgain_whenCachedBytesChanged() throws IOException {
    fixture.run();
    Files.writeString(fixture.work.resolve("runs/run-1/steps/first/copy.txt"), "tampered");
    fixture.run();

    assertThat(fixture.outcomes())
        .containsExactlyInAnyOrder("first:succeeded", "second:cached", "bundle:cached");
  }

  @Test
  void runsOneStepAnewAndMakesNoBundle_whenOneStepIsAskedFor() {
    fixture.run();
    fixture.selection = new Selection.Only("second");
    RunResult result = fixture.run();

    assertThat(fixture.outcomes()).containsExactly("first:cached", "second:succeeded");
    assertThat(result.bundle()).isEmpty();
  }

  @Test
  void runsAStepAndWhatNeedsItAnew_whenAskedToStartFromIt() {
    fixture.run();
    fixture.selection = new Selection.From("first");
    RunResult result = fixture.run();

    assertThat(fixture.outcomes())
        .containsExactlyInAnyOrder("first:succeeded", "second:succeeded", "bundle:cached");
    assertThat(result.bundle()).isPresent();
  }

  @Test
  void suggestsTheStepThatWasMeant() {
    fixture.selection = new Selection.From("fist");

    assertThat(refused(ErrorCode.NOT_FOUND).explanation())
        .isEqualTo("pipeline \"test\" has no step \"fist\"; did you mean \"first\"?");
  }

  @Test
  void namesEveryParameterThatDoesNotFit() {
    fixture.parameters.put("sufix", new Scalar.Text("b"));
    fixture.parameters.put("other", new Scalar.Text("two"));

    assertThat(refused(ErrorCode.CONFIGURATION_INVALID).problems())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "sufix: is not a parameter; did you mean \"suffix\"?",
            "other: \"two\" is not of the kind of \"1\"");
  }

  @Test
  void refusesToOverwriteABundleOrToUseARunIdTwice() throws IOException {
    fixture.run("run-1");
    assertThat(refused(ErrorCode.ALREADY_EXISTS).explanation())
        .contains("only written to a new folder");

    FileTree.delete(fixture.bundle("run-1"));
    assertThat(refused(ErrorCode.CONFLICT).explanation()).contains("run \"run-1\" exists");
  }

  @Test
  void skipsAStepWhoseConditionDoesNotHold_andWhatNeedsIt() throws IOException {
    fixture.pipeline(
        TWO_STEPS.replace(
            "argv: [cp, \"${inputs.data}",
            "when: {parameter: other, equals: 2}\n    argv: [cp, \"${inputs.data}"));
    fixture.run();

    assertThat(fixture.outcomes())
        .containsExactlyInAnyOrder("first:skipped", "second:skipped", "bundle:succeeded");
  }

  @Test
  void refusesARunWhoseBundleNeedsASkippedStep() throws IOException {
    fixture.pipeline(TWO_STEPS + "  # the bundle's step\n");
    fixture.write(
        "pipeline.yaml",
        Files.readString(fixture.folder.resolve("pipeline.yaml"))
            .replace("argv: [cp, -r", "when: {parameter: other, equals: 2}\n    argv: [cp, -r"));

    assertThat(refused(ErrorCode.CONFIGURATION_INVALID).explanation())
        .contains("the run bundle needs \"bundle.report\"", "step \"bundle\" is skipped");
  }

  @Test
  void handsOverTheFolderOfBaselines() throws IOException {
    Path baseline = Files.createDirectories(temp.resolve("baselines/" + "a".repeat(64)));
    Files.writeString(baseline.resolve("model.json"), "{}");
    fixture.baselines = Optional.of(temp.resolve("baselines"));
    fixture.pipeline(
        """
        steps:
          predict:
            argv: [find, "${inputs.live}", -name, model.json]
            inputs: {live: "run:baselines"}
        """);
    fixture.run("run-1");

    assertThat(fixture.log("run-1", "predict")).contains("a".repeat(64) + "/model.json");
  }

  @Test
  void runsAgain_whenTheBaselinesChanged() throws IOException {
    fixture.pipeline(
        """
        steps:
          predict:
            argv: [ls, "${inputs.live}"]
            inputs: {live: "run:baselines"}
        """);
    fixture.run();
    Path baseline = Files.createDirectories(temp.resolve("baselines/" + "a".repeat(64)));
    Files.writeString(baseline.resolve("model.json"), "{}");
    fixture.baselines = Optional.of(temp.resolve("baselines"));
    fixture.run();

    assertThat(fixture.outcomes()).contains("predict:succeeded");
  }

  @Test
  void tellsWhatHappens_inOrder() {
    fixture.run("run-1");

    assertThat(fixture.events.get(0)).isInstanceOf(RunEvent.RunStarted.class);
    assertThat(fixture.events.get(fixture.events.size() - 1))
        .isEqualTo(new RunEvent.RunEnded("run-1", Optional.of(fixture.bundle("run-1"))));
    assertThat(fixture.events)
        .contains(
            new RunEvent.StepStarted(
                "first", 1, fixture.work.resolve("runs/run-1/logs/first.log")));
  }

  private CountersignException refused(ErrorCode code) {
    CountersignException refused =
        catchThrowableOfType(CountersignException.class, () -> fixture.run("run-1"));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
    return refused;
  }
}
