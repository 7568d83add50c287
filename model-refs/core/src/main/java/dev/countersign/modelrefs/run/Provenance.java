package dev.countersign.modelrefs.run;

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
  public record ReportLocation(ArtifactUri uri, Digest digest) {}

  public Provenance {
    data = List.copyOf(data);
    parameters = Map.copyOf(parameters);
  }
}
