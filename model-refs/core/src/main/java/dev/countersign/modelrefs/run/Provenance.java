package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a candidate came from, as its reference records it. */
public record Provenance(
    Optional<ReportLocation> report,
    RunInfo run,
    CodeInfo code,
    List<DataInfo> data,
    Map<String, Scalar> parameters,
    RuntimeInfo runtime) {
  /**
   * Where the run's report and evidence are kept.
   *
   * @param digest of the bundle's evidence manifest
   */
  public record ReportLocation(ArtifactUri uri, Digest digest) {
    /** Where every store keeps evidence below its root: in {@code runs/sha256/<digest>/}. */
    public static ReportLocation addressed(ArtifactUri root, ArtifactManifest evidence) {
      Digest digest = evidence.digest();
      return new ReportLocation(
          root.resolve(new ArtifactPath("runs/sha256/" + digest.hex())), digest);
    }
  }

  public Provenance {
    data = List.copyOf(data);
    parameters = Map.copyOf(parameters);
  }
}
