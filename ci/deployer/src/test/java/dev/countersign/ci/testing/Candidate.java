package dev.countersign.ci.testing;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.EvaluationDataset;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.Statistics;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ArtifactFile;
import dev.countersign.modelrefs.reference.Layout;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.Withdrawal;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.run.RuntimeInfo;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A reference for tests. Its model is a text, so equal texts are equal artifacts; alice launched
 * the training.
 *
 * @param r2 the one metric that was evaluated
 */
public record Candidate(ModelEnvironment line, int sequence, String model, double r2) {
  /** Who launched every training. */
  public static final String LAUNCHER = "alice";

  private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
  private static final Digest ROWS = Digest.of("rows".getBytes(StandardCharsets.UTF_8));

  /** The reference of a training, version 1.SEQUENCE-1.0. */
  public ModelReference reference() {
    return reference(version(), Origin.TRAINED, Optional.empty());
  }

  /** The reference of a training that was compared with what was live. */
  public ModelReference comparedWith(ModelReference live) {
    ModelReference alone = reference();
    Evaluation evaluation = evaluation();
    BaselineComparison comparison =
        new BaselineComparison(
            live.version(), live.artifact().digest(), false, "other rows", List.of());
    return new ModelReference(
        line,
        alone.version(),
        alone.highestVersion(),
        sequence,
        Origin.TRAINED,
        alone.artifact(),
        Optional.of(
            new Evaluation(
                evaluation.task(),
                evaluation.dataset(),
                evaluation.statistics(),
                evaluation.metrics(),
                Optional.of(comparison),
                evaluation.gates(),
                Verdict.NOT_COMPARABLE)),
        alone.provenance(),
        alone.inputSchema(),
        alone.changeRequest(),
        Optional.empty());
  }

  /** The reference of a training with other people behind it; the launcher may be unknown. */
  public ModelReference by(Optional<Launcher> launcher, Launcher... proposers) {
    ModelReference usual = reference();
    return usual.withProvenance(usual.provenance().withPeople(launcher, List.of(proposers)));
  }

  /** The reference that goes back to this candidate and withdraws another one. */
  public ModelReference rollback(int asSequence, ModelReference withdrawn) {
    ModelReference to = reference();
    return new ModelReference(
        line,
        to.version(),
        withdrawn.highestVersion(),
        asSequence,
        Origin.ROLLBACK,
        to.artifact(),
        to.evaluation(),
        to.provenance(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Withdrawal(
                withdrawn.sequence(),
                withdrawn.version(),
                withdrawn.artifact().digest(),
                "predicts too high",
                Optional.of(Launcher.selfAsserted("oscar")))));
  }

  /** The artifact's manifest: one file that holds the text. */
  public ArtifactManifest manifest() {
    byte[] bytes = model.getBytes(StandardCharsets.UTF_8);
    return new ArtifactManifest(
        List.of(new ManifestEntry(new ArtifactPath("model.txt"), Digest.of(bytes), bytes.length)));
  }

  private ModelVersion version() {
    return new ModelVersion(1, sequence - 1, 0);
  }

  private ModelReference reference(
      ModelVersion version, Origin origin, Optional<Withdrawal> rollbackOf) {
    return new ModelReference(
        line,
        version,
        version,
        sequence,
        origin,
        artifact(),
        Optional.of(evaluation()),
        provenance(),
        Optional.empty(),
        Optional.empty(),
        rollbackOf);
  }

  private Artifact artifact() {
    ArtifactManifest manifest = manifest();
    return new Artifact(
        new ArtifactUri("file:///store/sha256/" + manifest.digest().hex() + "/"),
        Layout.ADDRESSED,
        manifest.digest(),
        manifest.sizeBytes(),
        "text",
        manifest.files().stream().map(file -> new ArtifactFile(file, Optional.empty())).toList());
  }

  private Evaluation evaluation() {
    return new Evaluation(
        Task.REGRESSION,
        new EvaluationDataset("diamonds-test", ROWS, 100, "row-hash"),
        new Statistics("paired-bootstrap", 2000, 1, 0.95),
        List.of(
            new MetricValue(
                "r2",
                Evidence.VERIFIED,
                Optional.empty(),
                OptionalLong.empty(),
                r2,
                Optional.empty(),
                Direction.HIGHER,
                "")),
        Optional.empty(),
        List.of(),
        Verdict.NO_BASELINE);
  }

  private Provenance provenance() {
    return new Provenance(
        Optional.empty(),
        new RunInfo(
            "run-" + sequence,
            "local",
            Optional.empty(),
            NOON,
            NOON,
            Optional.of(new Launcher("local", Optional.empty(), LAUNCHER, true))),
        new CodeInfo(Optional.empty(), Optional.empty(), false),
        List.of(),
        Map.of(),
        new RuntimeInfo(Optional.empty(), Optional.empty()));
  }
}
