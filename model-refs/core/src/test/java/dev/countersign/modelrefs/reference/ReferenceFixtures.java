package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.EvaluationDataset;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.evaluation.Statistics;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.DataInfo;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.run.RuntimeInfo;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** References as a run on the diamonds data leaves them; digests agree with the files listed. */
public final class ReferenceFixtures {
  /** The line they all belong to. */
  public static final ModelEnvironment LINE = ModelEnvironment.of("diamonds-price", "production");

  private static final ModelVersion V1_1_0 = new ModelVersion(1, 1, 0);
  private static final SliceName SLICE = new SliceName("carat", "1.0-1.5");

  private ReferenceFixtures() {}

  /** 1.0.0, without a baseline. */
  public static ModelReference first() {
    return reference(
        ModelVersion.FIRST,
        ModelVersion.FIRST,
        1,
        Origin.TRAINED,
        artifact("first model"),
        Optional.of(evaluation(Optional.empty(), Verdict.NO_BASELINE)),
        Optional.empty());
  }

  /** 1.1.0, better than 1.0.0, with every part of the format. */
  public static ModelReference second() {
    return reference(
        V1_1_0,
        V1_1_0,
        2,
        Origin.TRAINED,
        artifact("second model"),
        Optional.of(evaluation(Optional.of(comparison()), Verdict.BETTER)),
        Optional.empty());
  }

  /** Back to 1.0.0. */
  public static ModelReference rollback() {
    return reference(
        ModelVersion.FIRST,
        V1_1_0,
        3,
        Origin.ROLLBACK,
        artifact("first model"),
        first().evaluation(),
        Optional.of(
            new Withdrawal(2, V1_1_0, second().artifact().digest(), "too high at the low end")));
  }

  /** A model that was live before Countersign; not evaluated. */
  public static ModelReference adopted() {
    return reference(
        ModelVersion.FIRST,
        ModelVersion.FIRST,
        1,
        Origin.ADOPTED,
        artifact("adopted model"),
        Optional.empty(),
        Optional.empty());
  }

  /** An addressed artifact of two files. */
  public static Artifact artifact(String content) {
    ManifestEntry model = entry("model.ubj", content);
    ManifestEntry schema = entry("schema/input.json", "{}");
    ArtifactManifest manifest = new ArtifactManifest(List.of(model, schema));
    return new Artifact(
        new ArtifactUri("gs://acme-models/diamonds-price/sha256/" + manifest.digest().hex() + "/"),
        Layout.ADDRESSED,
        manifest.digest(),
        manifest.sizeBytes(),
        "xgboost-ubj",
        List.of(
            new ArtifactFile(model, Optional.of("1795171946834")),
            new ArtifactFile(schema, Optional.empty())));
  }

  /** Where it came from. */
  public static Provenance provenance() {
    return new Provenance(
        Optional.of(
            new Provenance.ReportLocation(
                new ArtifactUri("gs://acme-models/diamonds-price/runs/sha256/aa/"),
                Digest.of(new byte[] {1}))),
        run(),
        new CodeInfo(Optional.of("https://git.example/diamonds"), Optional.of("4f2a"), false),
        List.of(new DataInfo("diamonds", Optional.empty(), Digest.of(new byte[] {2}), 53_940)),
        Map.of(
            "max_depth", new Scalar.Numeric(6),
            "eta", new Scalar.Numeric(0.15),
            "tree_method", new Scalar.Text("hist"),
            "early_stopping", new Scalar.Flag(false)),
        new RuntimeInfo(Optional.empty(), Optional.of(42L)));
  }

  /** A run launched by a person the CI attests. */
  public static RunInfo run() {
    return new RunInfo(
        "run-2026-05-03-a",
        "local",
        Optional.empty(),
        Instant.parse("2026-05-03T12:00:00Z"),
        Instant.parse("2026-05-03T12:04:10.5Z"),
        Optional.of(new Launcher("gitlab", Optional.of(42L), "alice", true)));
  }

  private static ModelReference reference(
      ModelVersion version,
      ModelVersion highest,
      long sequence,
      Origin origin,
      Artifact artifact,
      Optional<Evaluation> evaluation,
      Optional<Withdrawal> rollbackOf) {
    return new ModelReference(
        LINE,
        version,
        highest,
        sequence,
        origin,
        artifact,
        evaluation,
        provenance(),
        Optional.of(Digest.of(new byte[] {3})),
        Optional.empty(),
        rollbackOf);
  }

  private static Evaluation evaluation(Optional<BaselineComparison> baseline, Verdict verdict) {
    return new Evaluation(
        Task.REGRESSION,
        new EvaluationDataset("diamonds-test", Digest.of(new byte[] {4}), 10_788, "row-hash"),
        new Statistics("paired-bootstrap", 2000, 1, 0.95),
        List.of(
            metric("rmse", Evidence.VERIFIED, Optional.empty(), 543.2),
            metric("rmse", Evidence.VERIFIED, Optional.of(SLICE), 610.4),
            metric("cv_rmse", Evidence.DECLARED, Optional.empty(), 548)),
        baseline,
        List.of(
            new GateResult(
                "rmse-superior",
                GateKind.SUPERIOR,
                "rmse",
                OptionalDouble.of(0.01),
                baseline.isPresent() ? GateOutcome.PASSED : GateOutcome.NEEDS_PERSON,
                baseline.isPresent() ? "" : "there is no baseline")),
        verdict);
  }

  private static MetricValue metric(
      String name, Evidence evidence, Optional<SliceName> slice, double value) {
    boolean verified = evidence == Evidence.VERIFIED;
    return new MetricValue(
        name,
        evidence,
        slice,
        slice.isPresent() ? OptionalLong.of(2101) : OptionalLong.empty(),
        value,
        verified ? Optional.of(new Interval(value - 12.2, value + 12.7)) : Optional.empty(),
        Direction.LOWER,
        "USD");
  }

  private static BaselineComparison comparison() {
    return new BaselineComparison(
        ModelVersion.FIRST,
        first().artifact().digest(),
        true,
        "",
        List.of(
            delta(Optional.empty(), 1288.4, -745.2, OptionalDouble.empty()),
            delta(Optional.of(SLICE), 1302, -691.6, OptionalDouble.of(0.0005))));
  }

  private static MetricDelta delta(
      Optional<SliceName> slice, double value, double delta, OptionalDouble adjustedP) {
    Interval interval = new Interval(delta - 46.8, delta + 45.1);
    return new MetricDelta("rmse", slice, value, delta, Optional.of(interval), adjustedP);
  }

  private static ManifestEntry entry(String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new ManifestEntry(new ArtifactPath(path), Digest.of(bytes), bytes.length);
  }
}
