package dev.countersign.ci.deploy;

import dev.countersign.ci.verify.Check;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.Optional;

/** What became of one line, and usually of one of its targets. */
public sealed interface DeployOutcome {
  /** The line. */
  ModelEnvironment line();

  /** The target's name; empty if it did not come to a target. */
  Optional<String> target();

  /** The error that this outcome is; empty if it is none. */
  Optional<ErrorCode> code();

  /** One sentence for people. */
  String explanation();

  /** An outcome at a target that is no error. */
  sealed interface Good extends DeployOutcome {
    /** Where. */
    LineTarget place();

    @Override
    default ModelEnvironment line() {
      return place().line();
    }

    @Override
    default Optional<String> target() {
      return Optional.of(place().target());
    }

    @Override
    default Optional<ErrorCode> code() {
      return Optional.empty();
    }
  }

  /**
   * The target serves the release, and the log says so.
   *
   * @param commit the merged commit that brought it
   * @param observed the digest that the target reported
   * @param approvedBy logins of those who counted; empty if nobody had to approve
   */
  record Deployed(
      LineTarget place,
      CommitId commit,
      ModelVersion version,
      Digest declared,
      Digest observed,
      List<String> approvedBy)
      implements Good {
    public Deployed {
      approvedBy = List.copyOf(approvedBy);
    }

    @Override
    public String explanation() {
      return "deployed version \"%s\"".formatted(version);
    }
  }

  /** The target serves what is declared, and the log says so already. */
  record UpToDate(LineTarget place, ModelVersion version) implements Good {
    @Override
    public String explanation() {
      return "serves version \"%s\" already".formatted(version);
    }
  }

  /** A newer reference than the commit's was deployed before; there is nothing to do. */
  record Superseded(LineTarget place, long sequence, long by) implements Good {
    @Override
    public String explanation() {
      return "sequence \"%d\" is superseded by \"%d\"".formatted(sequence, by);
    }
  }

  /**
   * The target served bytes that nobody deployed; the last recorded release serves again. What the
   * commit declares, if it is newer, is deployed by the next run.
   */
  record PutBack(LineTarget place, ModelVersion version, Digest foreign) implements DeployOutcome {
    @Override
    public ModelEnvironment line() {
      return place.line();
    }

    @Override
    public Optional<String> target() {
      return Optional.of(place.target());
    }

    @Override
    public Optional<ErrorCode> code() {
      return Optional.of(ErrorCode.DEPLOYMENT_UNHEALTHY);
    }

    @Override
    public String explanation() {
      return "served \"%s\", which no record names; put back version \"%s\""
          .formatted(foreign, version);
    }
  }

  /**
   * Not deployed; what served before is untouched.
   *
   * @param reason what stopped it
   * @param why its error
   * @param checks of the verification that failed; empty if it did not come to one
   */
  record Stopped(
      ModelEnvironment line,
      Optional<String> target,
      ErrorCode why,
      String reason,
      List<Check> checks)
      implements DeployOutcome {
    public Stopped {
      checks = List.copyOf(checks);
    }

    /** Stopped at a target without having come to a verification. */
    static Stopped at(LineTarget place, ErrorCode why, String reason) {
      return new Stopped(place.line(), Optional.of(place.target()), why, reason, List.of());
    }

    @Override
    public Optional<ErrorCode> code() {
      return Optional.of(why);
    }

    @Override
    public String explanation() {
      return reason;
    }
  }
}
