package dev.countersign.ci.deploy;

import dev.countersign.ci.target.Observation;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.Optional;

/**
 * All that decides what is to be done at one target.
 *
 * @param declared the reference at the commit to be deployed
 * @param blob of that reference
 * @param log what the deployment log says, verified against Git
 * @param observed what the target says it serves
 * @param newerServed the sequence of an approved reference, newer than the last that is recorded
 *     here, that declares what the target serves; empty if it serves nothing of the kind
 * @param beforeHighest whether the commit to be deployed is, or lies before, the one that brought
 *     the highest sequence
 */
record Situation(
    ModelReference declared,
    BlobId blob,
    LogFindings log,
    Observation observed,
    Optional<Long> newerServed,
    boolean beforeHighest) {

  /**
   * What the deployment log says about one target of a line, as far as Git confirms it.
   *
   * @param last the last release that was deployed there
   * @param highest the highest sequence that ever was; empty if no line of the log verifies
   * @param loss why lines of the log must have been lost; empty if nothing tells so
   * @param hold the hold that is in force
   */
  record LogFindings(
      Optional<RecordedRelease> last,
      Optional<HighestSequence> highest,
      Optional<String> loss,
      Optional<HoldSet> hold) {}
}
