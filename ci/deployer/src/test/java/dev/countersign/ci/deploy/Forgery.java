package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.log.DeployedRelease;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;

/** Log lines as somebody might write them who may push to the log's branch. */
public final class Forgery {
  private Forgery() {}

  /** The same deployment, of another blob. */
  public static Deployment withBlob(Deployment honest, String blob) {
    DeployedRelease release = honest.release();
    return with(
        honest,
        new DeployedRelease(
            release.version(),
            release.sequence(),
            release.highestSequence(),
            release.commit(),
            new BlobId(blob),
            release.digest()));
  }

  /** A deployment of a reference that a commit really brought, but that was never deployed. */
  public static Deployment of(
      Deployment honest, ModelReference reference, CommitId commit, BlobId blob) {
    return with(
        honest,
        new DeployedRelease(
            reference.version(),
            reference.sequence(),
            reference.sequence(),
            commit,
            blob,
            reference.artifact().digest()));
  }

  private static Deployment with(Deployment honest, DeployedRelease release) {
    return new Deployment(
        honest.target(),
        honest.outcome(),
        release,
        honest.observed(),
        honest.request(),
        honest.startedAt(),
        honest.finishedAt(),
        honest.message());
  }
}
