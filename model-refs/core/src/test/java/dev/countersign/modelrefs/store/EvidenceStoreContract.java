package dev.countersign.modelrefs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.Provenance.ReportLocation;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of evidence does. Each adapter's test extends it. */
public abstract class EvidenceStoreContract {
  @TempDir protected Path temporary;
  private final ArtifactDigester digester = new ArtifactDigester(1);
  private Map<ArtifactPath, Path> files = Map.of();
  private ArtifactManifest manifest;
  private EvidenceStore store;

  /** A new, empty store. */
  protected abstract EvidenceStore newStore();

  /** Replaces the bytes of a stored file, behind the store's back. */
  protected abstract void overwrite(ReportLocation run, String path, byte[] bytes)
      throws IOException;

  /** A URI of the store's scheme that lies outside it. */
  protected abstract ArtifactUri outside();

  @BeforeEach
  void makeEvidence() throws IOException {
    Path bundle = Files.createDirectories(temporary.resolve("bundle/data")).getParent();
    Path report = Files.writeString(bundle.resolve("run-report.json"), "{}");
    Path rows = Files.writeString(bundle.resolve("data/predictions.csv"), "a,b\n");
    files =
        Map.of(
            new ArtifactPath("run-report.json"), report,
            new ArtifactPath("data/predictions.csv"), rows);
    manifest = digester.digest(bundle);
    store = newStore();
  }

  @Test
  void fetchesWhatWasPut_addressedByItsManifest() {
    ReportLocation run = store.putRun(manifest, files);

    store.fetchRun(run, temporary.resolve("fetched"));

    assertThat(run.digest()).isEqualTo(manifest.digest());
    assertThat(run.uri().value()).endsWith("runs/sha256/" + manifest.digest().hex() + "/");
    assertThat(digester.digest(temporary.resolve("fetched"))).isEqualTo(manifest);
  }

  @Test
  @DisplayName("I5: putting and fetching again finds what is there")
  void adoptsWhatIsThere() {
    ReportLocation run = store.putRun(manifest, files);
    store.fetchRun(run, temporary.resolve("fetched"));

    assertThat(store.putRun(manifest, files)).isEqualTo(run);
    store.fetchRun(run, temporary.resolve("fetched"));
    assertThat(digester.digest(temporary.resolve("fetched"))).isEqualTo(manifest);
  }

  @Test
  @DisplayName("I3: evidence that was changed is not handed out")
  void refusesChangedEvidence() throws IOException {
    ReportLocation run = store.putRun(manifest, files);
    overwrite(run, "run-report.json", new byte[] {'[', ']'});

    refused(ErrorCode.DIGEST_MISMATCH, () -> store.fetchRun(run, temporary.resolve("fetched")));
    assertThat(temporary.resolve("fetched")).doesNotExist();
  }

  @Test
  void refusesFilesThatAreNotThoseOfTheManifest() throws IOException {
    Files.writeString(files.get(new ArtifactPath("run-report.json")), "[]");

    refused(ErrorCode.DIGEST_MISMATCH, () -> store.putRun(manifest, files));
  }

  @Test
  void saysWhatIsMissing_andRefusesWhatLiesOutside() {
    ReportLocation run = store.putRun(manifest, files);
    Digest other = Digest.of(new byte[] {1});
    ArtifactUri elsewhere =
        new ArtifactUri(run.uri().value().replace(run.digest().hex(), other.hex()));
    Path target = temporary.resolve("fetched");

    refused(
        ErrorCode.ARTIFACT_MISSING,
        () -> store.fetchRun(new ReportLocation(elsewhere, other), target));
    refused(
        ErrorCode.URI_REFUSED,
        () -> store.fetchRun(new ReportLocation(outside(), run.digest()), target));
    refused(
        ErrorCode.DIGEST_MISMATCH,
        () -> store.fetchRun(new ReportLocation(run.uri(), other), target));
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).as(e.toString()).isEqualTo(code));
  }
}
