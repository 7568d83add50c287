package dev.countersign.modelrefs.run.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunReportCodecTest {
  private static final String WHAT = "run-report.json";

  private static final String SMALLEST =
      """
      {
        "schemaVersion": "1.0",
        "model": "churn", "task": "binary",
        "run": {"id": "7", "engine": "script",
                "startedAt": "2026-05-03T12:00:00Z", "finishedAt": "2026-05-03T12:01:00Z"},
        "code": {}, "data": [], "runtime": {},
        "artifact": {"path": "model", "format": "json"},
        "dataset": {"name": "churn-test", "split": "row-hash",
                    "digest": "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        "definitions": [{"name": "auc", "direction": "higher"}],
        "metrics": {"auc": 0.91},
        "predictions": "predictions.csv"
      }
      """;

  @Test
  void readsWhatItWrote() {
    RunReport report = RunReportFixtures.report();

    assertThat(RunReportCodec.decode(RunReportCodec.encode(report), WHAT)).isEqualTo(report);
  }

  @Test
  void readsTheSmallestReport_withPatchAsTheBump() {
    RunReport report = decode(SMALLEST);

    assertThat(report.bump()).isEqualTo(ModelVersion.Bump.PATCH);
    assertThat(report.steps()).isEmpty();
    assertThat(report.trainingRows()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("Fault row 19: a metric that is not a finite number is refused by name")
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e400", "\"0,91\"", "\"NaN\"", "null"})
  void refusesAMetricThatIsNotAFiniteNumber_byName(String value) {
    List<Problem> problems = problems(SMALLEST.replace("0.91", value));

    assertThat(problems).extracting(Problem::path).containsExactly("$.metrics.auc");
  }

  @Test
  @DisplayName("Fault row 19: minus zero is a number like any other")
  void readsMinusZero() {
    assertThat(decode(SMALLEST.replace("0.91", "-0.0")).metrics().get(0).value()).isEqualTo(-0.0);
  }

  @ParameterizedTest
  @CsvSource({"metrics,metircs", "predictions,prediction", "dataset,data_set", "format,fromat"})
  void suggestsTheKeyThatWasMeant(String key, String typed) {
    String report = SMALLEST.replace("\"" + key + "\"", "\"" + typed + "\"");

    assertThat(problems(report))
        .extracting(Problem::message)
        .contains("unknown key \"%s\"; did you mean \"%s\"?".formatted(typed, key));
  }

  @ParameterizedTest
  @DisplayName("Fault rows 14 and 15: a path that leaves the bundle is refused where it stands")
  @ValueSource(strings = {"../secret.csv", "/etc/passwd", "C:/x.csv", "a\\\\b.csv", "%2e%2e/x"})
  void refusesPathsThatLeaveTheBundle(String path) {
    assertThat(problems(SMALLEST.replace("predictions.csv", path)))
        .extracting(Problem::path)
        .containsExactly("$.predictions");
  }

  @Test
  void reportsAllProblemsAtOnce() {
    String report =
        SMALLEST
            .replace("\"binary\"", "\"binry\"")
            .replace("2026-05-03T12:01:00Z", "yesterday")
            .replace("\"higher\"", "\"up\"");

    assertThat(problems(report))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder("$.task", "$.run.finishedAt", "$.definitions[0].direction");
  }

  @Test
  void refusesARunThatEndedBeforeItStarted() {
    assertThat(problems(SMALLEST.replace("12:01:00", "11:59:59")).toString())
        .contains("$.run", "finishedAt is before startedAt");
  }

  private static RunReport decode(String report) {
    return RunReportCodec.decode(report.getBytes(UTF_8), WHAT);
  }

  private static List<Problem> problems(String report) {
    CountersignException refused =
        catchThrowableOfType(CountersignException.class, () -> decode(report));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_INVALID);
    return refused.problems();
  }
}
