package dev.countersign.ci.deploy;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.ci.target.Observation;
import dev.countersign.modelrefs.git.log.ApprovedRequest;
import dev.countersign.modelrefs.git.log.DeployedRelease;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.DeploymentOutcome;
import dev.countersign.modelrefs.git.log.LineLog;
import dev.countersign.modelrefs.git.log.ObservedDigest;
import dev.countersign.modelrefs.git.log.RecordedApproval;
import dev.countersign.modelrefs.reference.ModelReference;
import java.time.Instant;
import java.util.Optional;

/**
 * Appends to the deployment log, unless the last thing it says of the target is the same: a run
 * that is repeated says nothing twice (I5).
 */
final class DeployRecorder {
  private final DeploymentLog log;

  DeployRecorder(DeploymentLog log) {
    this.log = log;
  }

  /** What a deployment came to. */
  record Result(DeploymentOutcome outcome, Observation observed, String message) {}

  void record(PlannedRelease what, Result result, Instant startedAt, Instant finishedAt) {
    Deployment deployment =
        new Deployment(
            what.place().target(),
            result.outcome(),
            release(what),
            observed(result.observed()),
            what.verification().request().map(request -> request(request, what)),
            startedAt,
            finishedAt,
            result.message());
    if (!saysAlready(log.read(what.place().line()), deployment)) {
      log.append(what.place().line(), deployment);
    }
  }

  private static boolean saysAlready(LineLog log, Deployment deployment) {
    return log.deployments().stream()
        .filter(other -> other.target().equals(deployment.target()))
        .reduce((earlier, later) -> later)
        .filter(last -> last.outcome() == deployment.outcome())
        .filter(last -> last.release().equals(deployment.release()))
        .filter(last -> last.message().equals(deployment.message()))
        .isPresent();
  }

  private static DeployedRelease release(PlannedRelease what) {
    ModelReference reference = what.release().reference();
    return new DeployedRelease(
        reference.version(),
        reference.sequence(),
        reference.sequence(),
        what.release().commit(),
        what.blob(),
        reference.artifact().digest());
  }

  private static Optional<ObservedDigest> observed(Observation observation) {
    return observation instanceof Observation.Serves serves
        ? Optional.of(
            new ObservedDigest(
                serves.digest(),
                switch (serves.means()) {
                  case FETCHED -> ObservedDigest.Means.FETCHED;
                  case SELF_REPORTED -> ObservedDigest.Means.SELF_REPORTED;
                  case DECLARED -> ObservedDigest.Means.DECLARED;
                }))
        : Optional.empty();
  }

  private static ApprovedRequest request(MergedRequest request, PlannedRelease what) {
    return new ApprovedRequest(
        request.number(),
        request.url(),
        what.approvals().stream().flatMap(approval -> approval(approval).stream()).toList(),
        what.verification().approval().map(decision -> decision.required().people()));
  }

  private static Optional<RecordedApproval> approval(Approval approval) {
    return approval
        .head()
        .map(
            head ->
                new RecordedApproval(
                    approval.by().login(), approval.simulated(), head, approval.at()));
  }
}
