package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.git.log.DeploymentRecord;
import dev.countersign.modelrefs.git.log.HoldReleased;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Withdrawal;
import java.util.List;
import java.util.Optional;

/**
 * When a hold stops a deployment. A hold names the first sequence that it stops; a rollback of what
 * it stops passes, and so does putting back what was deployed before.
 */
final class HoldRules {
  private HoldRules() {}

  /**
   * The hold in force: the last one set, unless it was released later.
   *
   * @param records of one line that count, oldest first
   */
  static Optional<HoldSet> inForce(List<DeploymentRecord> records) {
    Optional<HoldSet> hold = Optional.empty();
    for (DeploymentRecord record : records) {
      if (record instanceof HoldSet set) {
        hold = Optional.of(set);
      } else if (record instanceof HoldReleased) {
        hold = Optional.empty();
      }
    }
    return hold;
  }

  static boolean stops(HoldSet hold, ModelReference reference) {
    boolean rollbackOfIt =
        reference
            .rollbackOf()
            .map(Withdrawal::sequence)
            .filter(withdrawn -> withdrawn >= hold.sequence())
            .isPresent();
    return reference.sequence() >= hold.sequence() && !rollbackOfIt;
  }
}
