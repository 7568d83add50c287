package dev.countersign.bot.review;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ArtifactFile;
import dev.countersign.modelrefs.reference.Layout;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.Withdrawal;
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

/** References for the review's tests. */
public final class References {
  private References() {}

  /** A trained model; its artifact's digest follows from the version. */
  public static ModelReference trained(String version, long sequence, Evaluation evaluation) {
    ModelVersion parsed = ModelVersion.parse(version);
    return new ModelReference(
        ModelEnvironment.of("diamonds-price", "production"),
        parsed,
        parsed,
        sequence,
        Origin.TRAINED,
        artifact(version),
        Optional.of(evaluation),
        provenance(version, "carol", Map.of("max_depth", new Scalar.Numeric(5))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A model that was live before Countersign came; not evaluated. */
  public static ModelReference adopted(String version) {
    ModelVersion parsed = ModelVersion.parse(version);
    return new ModelReference(
        ModelEnvironment.of("diamonds-price", "production"),
        parsed,
        parsed,
        1,
        Origin.ADOPTED,
        artifact(version),
        Optional.empty(),
        provenance(version, "carol", Map.of()),
        Optional.empty(),
        Optional.of("CHG-17"),
        Optional.empty());
  }

  /** The same reference with another provenance: launcher and parameters by hostile hands. */
  public static ModelReference launchedBy(
      ModelReference reference, String login, Map<String, Scalar> parameters) {
    return new ModelReference(
        reference.line(),
        reference.version(),
        reference.highestVersion(),
        reference.sequence(),
        reference.origin(),
        reference.artifact(),
        reference.evaluation(),
        provenance(reference.version().toString(), login, parameters),
        reference.inputSchema(),
        reference.changeRequest(),
        reference.rollbackOf());
  }

  /** A rollback to an earlier reference. */
  public static ModelReference rolledBack(
      ModelReference earlier, ModelReference withdrawn, String reason) {
    return new ModelReference(
        earlier.line(),
        earlier.version(),
        withdrawn.highestVersion(),
        withdrawn.sequence() + 1,
        Origin.ROLLBACK,
        earlier.artifact(),
        earlier.evaluation(),
        earlier.provenance(),
        earlier.inputSchema(),
        earlier.changeRequest(),
        Optional.of(
            new Withdrawal(
                withdrawn.sequence(),
                withdrawn.version(),
                withdrawn.artifact().digest(),
                reason,
                Optional.of(Launcher.selfAsserted("oscar")))));
  }

  private static Artifact artifact(String version) {
    Digest digest = digest(version);
    return new Artifact(
        new ArtifactUri("file:///store/sha256/" + digest.hex() + "/"),
        Layout.ADDRESSED,
        digest,
        1_833_000,
        "xgboost-ubj",
        List.of(
            new ArtifactFile(
                new ManifestEntry(new ArtifactPath("model.ubj"), digest, 1_833_000),
                Optional.empty())));
  }

  private static Provenance provenance(
      String version, String login, Map<String, Scalar> parameters) {
    return new Provenance(
        Optional.empty(),
        new RunInfo(
            "run-" + version,
            "local",
            Optional.of("https://ci.example/runs/42"),
            Instant.parse("2026-11-20T09:00:00Z"),
            Instant.parse("2026-11-20T09:01:42.5Z"),
            Optional.of(new Launcher("local", Optional.empty(), login, false))),
        new CodeInfo(
            Optional.of("https://forge.example/acme/diamonds"),
            Optional.of("0123456789abcdef0123456789abcdef01234567"),
            false),
        List.of(new DataInfo("diamonds", Optional.empty(), digest("data"), 53940)),
        parameters,
        new RuntimeInfo(Optional.empty(), Optional.of(42L)));
  }

  private static Digest digest(String of) {
    return Digest.of(of.getBytes(StandardCharsets.UTF_8));
  }
}
