package dev.countersign.pipeline.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.ReportedMetric;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.value.ModelName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {
  private static final Instant NOW = Instant.parse("2026-05-03T14:00:00Z");
  private static final String ROWS =
      "row_key,occurrence,actual,prediction\n" + "0".repeat(64) + ",0,1.5,1.25\n";

  @TempDir Path temp;
  private Path metrics;
  private Path bundle;

  @BeforeEach
  void layFiles() throws IOException {
    bundle = temp.resolve("out/bundle");
    metrics = Files.writeString(temp.resolve("metrics.json"), "{\"cv_rmse\": 2.5}");
    Files.writeString(temp.resolve("predictions.csv"), ROWS);
    Files.writeString(temp.resolve("keys.txt"), "1".repeat(64) + "\n");
    Files.createDirectories(temp.resolve("model/sub"));
    Files.writeString(temp.resolve("model/sub/weights.json"), "{}");
  }

  @Test
  void makesABundleFromAScriptsFiles() throws IOException {
    BundleWriter.write(bundle, request(temp.resolve("model")));

    RunReport report = report();
    assertThat(report.model()).isEqualTo(new ModelName("prices"));
    assertThat(report.dataset().name()).isEqualTo("prices-test");
    assertThat(report.metrics()).containsExactly(new ReportedMetric("cv_rmse", 2.5));
    assertThat(report.artifactFormat()).isEqualTo("json");
    assertThat(bundle.resolve(report.artifact().value()).resolve("sub/weights.json"))
        .hasContent("{}");
    assertThat(bundle.resolve(report.predictions().value())).hasContent(ROWS);
    assertThat(bundle.resolve(report.trainingRows().orElseThrow().value())).exists();
  }

  @Test
  void keepsTheNameOfASingleArtifactFile() throws IOException {
    BundleWriter.write(bundle, request(temp.resolve("model/sub/weights.json")));

    assertThat(bundle.resolve("artifact/weights.json")).hasContent("{}");
    assertThat(report().artifact().value()).isEqualTo("artifact");
  }

  @Test
  void takesAStepReportInPlaceOfBareMetrics() throws IOException {
    Files.writeString(
        metrics,
        """
        {"metrics": {"cv_rmse": 2.5}, "dataset": {"name": "mine", "split": "time"},
         "definitions": [{"name": "cv_rmse", "direction": "lower", "unit": "USD"}]}
        """);
    BundleWriter.write(bundle, request(temp.resolve("model")));

    assertThat(report().dataset().name()).isEqualTo("mine");
    assertThat(report().definitions()).hasSize(1);
  }

  @Test
  @DisplayName("I7: a run's text cannot say who launched it or what it ran")
  void refusesKeysThatAreTheRunners() throws IOException {
    Files.writeString(
        metrics,
        "{\"run\": {\"launchedBy\": {\"login\": \"alice\"}}, \"code\": {}, \"metrics\": {}}");

    assertThat(refused(request(temp.resolve("model"))).problems())
        .extracting(Object::toString)
        .containsExactly(
            "$.run: is written by the runner; leave it out",
            "$.code: is written by the runner; leave it out");
  }

  @Test
  void namesEveryProblemOfAReportWithItsPath() throws IOException {
    Files.writeString(
        metrics, "{\"metrics\": {\"cv_rmse\": \"low\"}, \"dataset\": 1, \"plot\": []}");

    assertThat(refused(request(temp.resolve("model"))).problems())
        .extracting(problem -> problem.path())
        .contains("$.metrics.cv_rmse", "$.dataset", "$");
  }

  @Test
  void refusesAMetricThatProposeWouldRefuse() throws IOException {
    Files.writeString(metrics, "{\"rsme\": 2.5}");

    CountersignException refused = refused(request(temp.resolve("model")));

    assertThat(refused.explanation())
        .isEqualTo("\"%s\" reports metrics that need a definition".formatted(metrics));
    assertThat(refused.problems().get(0).message()).contains("did you mean \"rmse\"?");
    assertThat(bundle).doesNotExist();
  }

  @Test
  void namesTheMetricThatIsNoNumber() throws IOException {
    Files.writeString(metrics, "{\"rmse\": \"2.5\"}");

    assertThat(refused(request(temp.resolve("model"))).problems())
        .extracting(problem -> problem.path())
        .containsExactly("$.metrics.rmse");
  }

  @Test
  @DisplayName("Fault row 19: NaN in metrics is refused")
  void refusesNotANumber() throws IOException {
    Files.writeString(metrics, "{\"cv_rmse\": NaN}");

    assertThat(refused(request(temp.resolve("model"))).code()).isEqualTo(ErrorCode.INPUT_INVALID);
  }

  @Test
  @DisplayName("I5: a bundle that could not be made leaves nothing behind")
  void leavesNothing_whenPredictionsAreNotReadable() throws IOException {
    Files.writeString(temp.resolve("predictions.csv"), "key,guess\n1,2\n");

    assertThat(refused(request(temp.resolve("model"))).code()).isEqualTo(ErrorCode.INPUT_INVALID);
    assertThat(entries(bundle.getParent())).isEmpty();
  }

  @Test
  @DisplayName("Fault row 16: a link in the artifact is not followed")
  void refusesALinkInTheArtifact() throws IOException {
    Files.writeString(temp.resolve("secret"), "canary");
    Files.createSymbolicLink(temp.resolve("model/weights.json"), temp.resolve("secret"));

    assertThat(refused(request(temp.resolve("model"))).explanation())
        .contains("weights.json\" is not a file");
    assertThat(entries(bundle.getParent())).isEmpty();
  }

  @Test
  void doesNotTouchWhatIsThere() throws IOException {
    BundleWriter.write(bundle, request(temp.resolve("model")));
    byte[] before = Files.readAllBytes(bundle.resolve("run-report.json"));

    assertThat(refused(request(temp.resolve("model"))).code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
    assertThat(bundle.resolve("run-report.json")).hasBinaryContent(before);
  }

  private BundleRequest request(Path artifact) {
    return new BundleRequest(
        new ModelName("prices"),
        Task.REGRESSION,
        new RunInfo("run-1", "script", Optional.empty(), NOW, NOW, Optional.empty()),
        new CodeInfo(Optional.empty(), Optional.empty(), false),
        new BundleFiles(
            artifact,
            temp.resolve("predictions.csv"),
            Optional.of(temp.resolve("keys.txt")),
            Optional.empty()),
        metrics,
        "prices-test",
        "json");
  }

  private CountersignException refused(BundleRequest request) {
    CountersignException refused =
        catchThrowableOfType(CountersignException.class, () -> BundleWriter.write(bundle, request));
    assertThat(refused).isNotNull();
    return refused;
  }

  private RunReport report() throws IOException {
    return RunReportCodec.decode(
        Files.readAllBytes(bundle.resolve("run-report.json")), "run-report.json");
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
