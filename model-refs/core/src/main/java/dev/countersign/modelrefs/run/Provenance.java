package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a candidate came from, as its reference records it.
 *
 * @param proposedBy who stands behind the CI pipeline that first proposed it, other than who
 *     launched the run
 */
public record Provenance(
    Optional<ReportLocation> report,
    RunInfo run,
    CodeInfo code,
    List<DataInfo> data,
    Map<String, Scalar> parameters,
    RuntimeInfo runtime,
    List<Launcher> proposedBy) {
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
    proposedBy = List.copyOf(proposedBy);
  }

  /** Proposed by whoever launched the run, or by no CI pipeline. */
  public Provenance(
      Optional<ReportLocation> report,
      RunInfo run,
      CodeInfo code,
      List<DataInfo> data,
      Map<String, Scalar> parameters,
      RuntimeInfo runtime) {
    this(report, run, code, data, parameters, runtime, List.of());
  }

  /** The same origin, with other people behind it. */
  public Provenance withPeople(Optional<Launcher> launchedBy, List<Launcher> proposers) {
    return new Provenance(
        report, run.withLauncher(launchedBy), code, data, parameters, runtime, proposers);
  }

  /** Everybody who may not approve it because it is their work. */
  public List<Launcher> launchers() {
    return Stream.concat(run.launchedBy().stream(), proposedBy.stream()).toList();
  }
}
