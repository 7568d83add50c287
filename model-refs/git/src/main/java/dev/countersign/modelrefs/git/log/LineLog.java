package dev.countersign.modelrefs.git.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The deployment log of one line as it was read. What it says of commits and merge requests is yet
 * to be verified against Git and the forge by whoever relies on it.
 *
 * @param entries every line of the file, oldest first
 */
public record LineLog(LogState state, List<LogEntry<DeploymentRecord>> entries) {
  public LineLog {
    entries = List.copyOf(entries);
  }

  /** Whether no line of it verifies: then merged references block propose and deploy. */
  public boolean isEmpty() {
    return records().isEmpty();
  }

  /** What verifies, oldest first. */
  public List<DeploymentRecord> records() {
    return Entries.recorded(entries);
  }

  /** What does not verify, to be shown. */
  public List<LogEntry.Unverifiable<DeploymentRecord>> unverifiable() {
    return Entries.unverifiable(entries);
  }

  /** Every deployment that verifies, oldest first. */
  public List<Deployment> deployments() {
    return of(Deployment.class);
  }

  /** The last deployment, to any target, after which the target served the release. */
  public Optional<Deployment> lastSuccess() {
    return last(deployments(), deployment -> deployment.outcome().isSuccess());
  }

  /** The last deployment to a target after which it served the release. */
  public Optional<Deployment> lastSuccess(String target) {
    return last(
        deployments(),
        deployment -> deployment.outcome().isSuccess() && deployment.target().equals(target));
  }

  /** What a target served at a point in time, as far as the log knows. */
  public Optional<Deployment> servedAt(String target, Instant when) {
    return last(
        deployments(),
        deployment ->
            deployment.outcome().isSuccess()
                && deployment.target().equals(target)
                && !deployment.finishedAt().isAfter(when));
  }

  /** The highest sequence that any deployment of the line has reached; 0 if there was none. */
  public long highestSequence() {
    return deployments().stream()
        .filter(deployment -> deployment.outcome().isSuccess())
        .mapToLong(deployment -> deployment.release().highestSequence())
        .max()
        .orElse(0);
  }

  /** The hold that is in force: the last one set, unless it was released. */
  public Optional<HoldSet> hold() {
    Optional<HoldSet> hold = Optional.empty();
    for (DeploymentRecord record : records()) {
      if (record instanceof HoldSet set) {
        hold = Optional.of(set);
      } else if (record instanceof HoldReleased) {
        hold = Optional.empty();
      }
    }
    return hold;
  }

  private <T extends DeploymentRecord> List<T> of(Class<T> kind) {
    return records().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Optional<Deployment> last(List<Deployment> all, Predicate<Deployment> which) {
    List<Deployment> found = new ArrayList<>(all);
    found.removeIf(which.negate());
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }
}
