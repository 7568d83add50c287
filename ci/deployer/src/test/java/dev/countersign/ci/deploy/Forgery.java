package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.log.DeployedRelease;
import dev.countersign.modelrefs.git.log.Deployment;

/** Log lines as somebody might write them who may push to the log's branch. */
final class Forgery {
  private Forgery() {}

  /** The same deployment, of another blob. */
  static Deployment withBlob(Deployment honest, String blob) {
    DeployedRelease release = honest.release();
    return new Deployment(
        honest.target(),
        honest.outcome(),
        new DeployedRelease(
            release.version(),
            release.sequence(),
            release.highestSequence(),
            release.commit(),
            new BlobId(blob),
            release.digest()),
        honest.observed(),
        honest.request(),
        honest.startedAt(),
        honest.finishedAt(),
        honest.message());
  }
}
