package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.Comparator;
import java.util.List;

/**
 * What a deploy came to, for every line and target.
 *
 * @param commit what was to be deployed
 * @param outcomes by line, then target
 */
public record DeployReport(CommitId commit, List<DeployOutcome> outcomes) {
  /**
   * Worst first: what must not be overlooked hides what can be repeated. A bug, then what looks
   * like an attack or damage, then what served wrongly, what waits for a person, what the user has
   * to correct, and last what the next run may mend by itself.
   */
  private static final List<ExitCode> WORST_FIRST =
      List.of(
          ExitCode.BUG,
          ExitCode.INTERRUPTED,
          ExitCode.VERIFICATION_FAILED,
          ExitCode.UNHEALTHY,
          ExitCode.CONFLICT,
          ExitCode.NOT_MET,
          ExitCode.ACCESS_DENIED,
          ExitCode.INVALID,
          ExitCode.TRAINING_FAILED,
          ExitCode.TIMED_OUT,
          ExitCode.UNAVAILABLE,
          ExitCode.DONE);

  public DeployReport {
    outcomes = List.copyOf(outcomes);
  }

  /** The worst outcome's exit code; {@code DONE} if there is none. */
  public ExitCode exitCode() {
    return outcomes.stream()
        .flatMap(outcome -> outcome.code().stream())
        .map(ErrorCode::exit)
        .min(Comparator.comparingInt(WORST_FIRST::indexOf))
        .orElse(ExitCode.DONE);
  }
}
