package dev.countersign.ci.deploy;

import dev.countersign.ci.deploy.DeployOutcome.Stopped;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * A bug of ours that stops one line or target and must stop no other: people get an outcome, the
 * log its stack trace.
 */
final class Defect {
  private static final System.Logger LOG = System.getLogger(Defect.class.getName());

  private Defect() {}

  static Stopped at(LineTarget place, RuntimeException bug) {
    return stopped(place.line(), Optional.of(place.target()), bug);
  }

  static Stopped in(ModelEnvironment line, RuntimeException bug) {
    return stopped(line, Optional.empty(), bug);
  }

  private static Stopped stopped(
      ModelEnvironment line, Optional<String> target, RuntimeException bug) {
    LOG.log(System.Logger.Level.ERROR, "deploying " + line + " met a defect", bug);
    return new Stopped(
        line,
        target,
        ErrorCode.BUG,
        "something happened that Countersign did not expect: "
            + Optional.ofNullable(bug.getMessage())
                .map(message -> "\"" + message + "\"")
                .orElse("no message"),
        List.of());
  }
}
