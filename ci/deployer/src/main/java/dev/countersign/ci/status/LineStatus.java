package dev.countersign.ci.status;

import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * How one line stands.
 *
 * @param hold the hold in force
 * @param targets in the order of the configuration; empty if it does not name the line
 * @param untrusted lines of the deployment log that do not verify
 */
public record LineStatus(
    ModelEnvironment line,
    DeclaredStatus declared,
    Optional<HoldSet> hold,
    List<TargetStatus> targets,
    List<HistoryEntry> untrusted) {
  public LineStatus {
    targets = List.copyOf(targets);
    untrusted = List.copyOf(untrusted);
  }
}
