package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The rules by which references follow each other (DESIGN, model reference). Pure functions. */
public final class ReferenceRules {
  /** Older first: by the time a run finished, then by its id. */
  public static final Comparator<RunInfo> BY_AGE =
      Comparator.comparing(RunInfo::finishedAt).thenComparing(RunInfo::id);

  private ReferenceRules() {}

  /** Whether a run may take the place of another one: only a newer run does. */
  public static boolean isNewer(RunInfo run, RunInfo than) {
    return BY_AGE.compare(run, than) > 0;
  }

  /**
   * Refuses a run that claims to have finished after now: it would stay the newest one for ever.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID}
   */
  public static void refuseFromTheFuture(RunInfo run, Instant now) {
    if (run.finishedAt().isAfter(now)) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "run \"%s\" says that it finished at \"%s\", but now is \"%s\""
              .formatted(run.id(), run.finishedAt(), now));
    }
  }

  /**
   * The reference that goes back to an earlier one: its version, artifact, evaluation and
   * provenance, with the sequence after the base's.
   *
   * @param base what is on the protected branch now, and is withdrawn
   * @param earlier a reference of the same model and environment
   * @param why the base is withdrawn, for people, not blank; and who asks for it
   * @param changeRequest the change ticket, where the environment requires one
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} if there is nothing to go back to
   *     or no reason
   */
  public static ModelReference rollback(
      ModelReference base, ModelReference earlier, Withdrawn why, Optional<String> changeRequest) {
    checkRollback(base, earlier, why.reason());
    ModelVersion highest =
        base.highestVersion().compareTo(earlier.version()) >= 0
            ? base.highestVersion()
            : earlier.version();
    return new ModelReference(
        base.line(),
        earlier.version(),
        highest,
        base.sequence() + 1,
        Origin.ROLLBACK,
        earlier.artifact(),
        earlier.evaluation(),
        earlier.provenance(),
        earlier.inputSchema(),
        changeRequest,
        Optional.of(
            new Withdrawal(
                base.sequence(),
                base.version(),
                base.artifact().digest(),
                why.reason(),
                why.requestedBy())));
  }

  /**
   * Why a reference is withdrawn.
   *
   * @param reason must not be blank
   * @param requestedBy who asked for it; empty if nobody knows
   */
  public record Withdrawn(String reason, Optional<Launcher> requestedBy) {}

  private static void checkRollback(ModelReference base, ModelReference earlier, String reason) {
    if (!earlier.line().equals(base.line())) {
      throw invalid(
          "\"%s\" cannot go back to a reference of \"%s\"".formatted(base.line(), earlier.line()));
    }
    if (earlier.artifact().digest().equals(base.artifact().digest())) {
      throw invalid("\"%s\" already is at version \"%s\"".formatted(base.line(), base.version()));
    }
    if (reason.isBlank()) {
      throw invalid(
          "the rollback of \"%s\" from version \"%s\" has no reason"
              .formatted(base.line(), base.version()));
    }
  }

  private static CountersignException invalid(String message) {
    return new CountersignException(ErrorCode.INPUT_INVALID, message);
  }
}
