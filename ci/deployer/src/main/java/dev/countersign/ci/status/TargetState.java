package dev.countersign.ci.status;

import dev.countersign.ci.target.Observation;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.value.Digest;
import java.util.Optional;

/** How a target stands to what is declared and to what was deployed last. */
public enum TargetState {
  /** It serves what is declared. */
  LIVE,
  /** It serves what was deployed last; what is declared is not deployed yet. */
  PENDING,
  /** It serves something that is neither. */
  DRIFTED,
  /** Nothing is served. */
  NOTHING,
  /** It does not answer. */
  UNREACHABLE;

  /**
   * The state of a target.
   *
   * @param declared empty if what is declared may not be deployed
   */
  static TargetState of(
      Optional<Digest> declared, Optional<Deployment> last, Observation observed) {
    if (observed instanceof Observation.Unreachable) {
      return UNREACHABLE;
    }
    if (!(observed instanceof Observation.Serves serves)) {
      return NOTHING;
    }
    boolean recorded =
        last.filter(one -> one.release().digest().equals(serves.digest())).isPresent();
    boolean wanted = declared.filter(serves.digest()::equals).isPresent();
    if (wanted && recorded) {
      return LIVE;
    }
    return wanted || recorded ? PENDING : DRIFTED;
  }
}
