package dev.countersign.ci.deploy;

import dev.countersign.ci.target.Observation;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Decides what is to be done at a target (I1), as a pure function. The first rule decides. */
final class Convergence {
  private Convergence() {}

  static Decision decide(Situation situation) {
    return Stream.<Supplier<Optional<Decision>>>of(
            () -> olderThanDeployed(situation),
            () -> linesLost(situation),
            () -> newerIsServed(situation),
            () -> sameSequence(situation),
            () -> foreignBytes(situation),
            () -> held(situation))
        .flatMap(rule -> rule.get().stream())
        .findFirst()
        .orElseGet(Decision.Deploy::new);
  }

  /** A sequence lower than the highest that was deployed never deploys. */
  private static Optional<Decision> olderThanDeployed(Situation situation) {
    long declared = situation.declared().sequence();
    return situation
        .log()
        .highest()
        .filter(highest -> declared < highest.sequence())
        .map(
            highest ->
                situation.beforeHighest()
                    ? new Decision.Superseded(highest.sequence())
                    : new Decision.Refuse(
                        ErrorCode.SEQUENCE_REFUSED,
                        "sequence \"%d\" is lower than \"%d\", which commit \"%s\" brought"
                            .formatted(declared, highest.sequence(), highest.commit())));
  }

  private static Optional<Decision> sameSequence(Situation situation) {
    return situation
        .log()
        .last()
        .filter(last -> situation.declared().sequence() == last.sequence())
        .map(last -> again(situation, last));
  }

  private static Decision again(Situation situation, RecordedRelease last) {
    if (!situation.blob().equals(last.blob())) {
      return new Decision.Refuse(
          ErrorCode.SEQUENCE_REFUSED,
          "sequence \"%d\" was deployed with another reference, from commit \"%s\""
              .formatted(last.sequence(), last.commit()));
    }
    if (situation.observed() instanceof Observation.Serves serves) {
      return serves.digest().equals(last.digest())
          ? new Decision.UpToDate()
          : new Decision.PutBack(last, serves.digest());
    }
    return new Decision.Deploy();
  }

  /** Without its log a line has no memory of what was deployed and held. */
  private static Optional<Decision> linesLost(Situation situation) {
    return situation.log().loss().map(why -> new Decision.Refuse(ErrorCode.LOG_MISSING, why));
  }

  /**
   * What a target serves proves what was deployed there, also if the log does not tell any more.
   */
  private static Optional<Decision> newerIsServed(Situation situation) {
    long declared = situation.declared().sequence();
    return situation
        .newerServed()
        .filter(served -> declared < served)
        .map(
            served ->
                new Decision.Refuse(
                    ErrorCode.LOG_MISSING,
                    "the target serves sequence \"%d\", which no line of the deployment log tells of; "
                            .formatted(served)
                        + "sequence \"%d\" is older".formatted(declared)));
  }

  private static Optional<Decision> foreignBytes(Situation situation) {
    if (!(situation.observed() instanceof Observation.Serves serves)
        || situation.newerServed().isPresent()) {
      return Optional.empty();
    }
    Digest wanted = situation.declared().artifact().digest();
    return situation
        .log()
        .last()
        .filter(last -> !serves.digest().equals(last.digest()))
        .filter(last -> !serves.digest().equals(wanted))
        .map(last -> new Decision.PutBack(last, serves.digest()));
  }

  private static Optional<Decision> held(Situation situation) {
    return situation
        .log()
        .hold()
        .filter(hold -> HoldRules.stops(hold, situation.declared()))
        .map(
            hold ->
                new Decision.Refuse(
                    ErrorCode.HELD,
                    "held from sequence \"%d\" on by \"%s\": %s"
                        .formatted(hold.sequence(), hold.by(), hold.reason())));
  }
}
