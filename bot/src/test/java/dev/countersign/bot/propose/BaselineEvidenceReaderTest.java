package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evidence.BaselineEvidence;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.Provenance.ReportLocation;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.run.codec.RunReportFixtures;
import dev.countersign.modelrefs.store.EvidenceStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineEvidenceReaderTest {
  private static final ModelReference LIVE = ReferenceFixtures.second();

  private final List<Path> fetchedTo = new ArrayList<>();

  @Test
  void readsHowTheBaselinesRunDefinedItsMetrics_andItsTrainingRows() {
    BaselineEvidence evidence = read(BaselineEvidenceReaderTest::write);

    assertThat(evidence.artifactDigest()).isEqualTo(LIVE.artifact().digest());
    assertThat(evidence.definitions()).extracting(MetricDefinition::name).contains("rmse", "r2");
    assertThat(evidence.trainingRows()).isPresent();
    assertThat(evidence.unloadable()).isEmpty();
  }

  @Test
  void leavesNoCopyBehind() {
    read(BaselineEvidenceReaderTest::write);

    assertThat(fetchedTo).hasSize(1).noneMatch(Files::exists);
  }

  @ParameterizedTest
  @EnumSource(names = {"ARTIFACT_MISSING", "DIGEST_MISMATCH", "URI_REFUSED", "INPUT_INVALID"})
  void knowsNothing_whenTheEvidenceIsGoneOrDamaged(ErrorCode code) {
    BaselineEvidence evidence = read(failing(code));

    assertThat(evidence.definitions()).isEmpty();
    assertThat(evidence.trainingRows()).isEmpty();
  }

  /** Else a full disk would be written into the reference as a verdict. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "ENVIRONMENT_UNAVAILABLE",
        "REMOTE_UNAVAILABLE",
        "ACCESS_DENIED",
        "INTERRUPTED",
        "TIMED_OUT"
      })
  void fails_whenTheEvidenceCannotBeReadNow(ErrorCode code) {
    assertThatThrownBy(() -> read(failing(code)))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(code));
    assertThat(fetchedTo).hasSize(1).noneMatch(path -> Files.exists(path.getParent()));
  }

  private BaselineEvidence read(Fetch fetch) {
    EvidenceStore store = new StoreOf(fetch, fetchedTo);
    return new BaselineEvidenceReader(store).of(LIVE, RunReportFixtures.report()).evidence();
  }

  private static Fetch failing(ErrorCode code) {
    return target -> {
      throw new CountersignException(code, "no evidence");
    };
  }

  private static void write(Path target) {
    try {
      Files.createDirectories(target);
      Files.write(
          target.resolve("run-report.json"), RunReportCodec.encode(RunReportFixtures.report()));
      try (OutputStream rows =
          new GZIPOutputStream(Files.newOutputStream(target.resolve("training-rows.txt.gz")))) {
        rows.write(("a".repeat(64) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a store does when evidence is fetched. */
  private interface Fetch {
    void to(Path target);
  }

  private record StoreOf(Fetch fetch, List<Path> fetchedTo) implements EvidenceStore {
    @Override
    public ReportLocation putRun(ArtifactManifest manifest, Map<ArtifactPath, Path> files) {
      throw new UnsupportedOperationException("a reader stores nothing");
    }

    @Override
    public void fetchRun(ReportLocation run, Path target) {
      fetchedTo.add(target);
      fetch.to(target);
    }
  }
}
