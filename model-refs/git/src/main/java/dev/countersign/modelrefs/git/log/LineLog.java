package dev.countersign.modelrefs.git.log;

import java.util.List;

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
    return records().stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .toList();
  }
}
