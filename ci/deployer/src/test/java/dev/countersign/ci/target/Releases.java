package dev.countersign.ci.target;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ArtifactFile;
import dev.countersign.modelrefs.reference.Layout;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.run.RuntimeInfo;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Releases for tests: the sequence decides the digest, so equal sequences are equal releases. */
public final class Releases {
  /** The line that all of them are for. */
  public static final ModelEnvironment LINE = ModelEnvironment.of("diamonds-price", "production");

  private static final Instant STARTED = Instant.parse("2026-05-03T12:00:00Z");
  private static final Instant FINISHED = Instant.parse("2026-05-03T12:10:00Z");

  private Releases() {}

  /** The release of a sequence; its document names digest, version and sequence. */
  public static Release release(int sequence) {
    ModelReference reference = reference(sequence);
    return new Release(reference, commit(sequence), document(reference));
  }

  /** The digest that {@link #release} of a sequence has. */
  public static Digest digest(int sequence) {
    return Digest.of(("artifact " + sequence).getBytes(StandardCharsets.UTF_8));
  }

  /** A reference without evaluation. */
  public static ModelReference reference(int sequence) {
    ModelVersion version = new ModelVersion(1, sequence - 1, 0);
    return new ModelReference(
        LINE,
        version,
        version,
        sequence,
        Origin.TRAINED,
        artifact(digest(sequence)),
        Optional.empty(),
        provenance(sequence),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Artifact artifact(Digest digest) {
    return new Artifact(
        new ArtifactUri("file:///store/sha256/" + digest.hex() + "/"),
        Layout.ADDRESSED,
        digest,
        10,
        "xgboost-ubj",
        List.of(
            new ArtifactFile(
                new ManifestEntry(new ArtifactPath("model.ubj"), digest, 10), Optional.empty())));
  }

  private static Provenance provenance(int sequence) {
    return new Provenance(
        Optional.empty(),
        new RunInfo(
            "run-" + sequence, "local", Optional.empty(), STARTED, FINISHED, Optional.empty()),
        new CodeInfo(Optional.empty(), Optional.empty(), false),
        List.of(),
        Map.of(),
        new RuntimeInfo(Optional.empty(), Optional.empty()));
  }

  private static CommitId commit(int sequence) {
    return new CommitId("%040x".formatted(sequence));
  }

  private static String document(ModelReference reference) {
    return """
        {"artifact": {"digest": "%s"}, "environment": "%s", "model": "%s", "sequence": %d, \
        "version": "%s"}
        """
        .formatted(
            reference.artifact().digest(),
            reference.line().environment(),
            reference.line().model(),
            reference.sequence(),
            reference.version());
  }
}
