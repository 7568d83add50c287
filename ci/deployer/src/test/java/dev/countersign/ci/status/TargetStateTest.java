package dev.countersign.ci.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.Observation.Means;
import dev.countersign.ci.target.Releases;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.log.DeployedRelease;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentOutcome;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetStateTest {
  private static final int NONE = 0;

  /** Digests are named by numbers; 0 is none. */
  @ParameterizedTest(name = "declared {0}, recorded {1}, served {2}: {3}")
  @CsvSource({
    "1, 1, 1, LIVE",
    "2, 1, 1, PENDING",
    "1, 0, 1, PENDING",
    "2, 1, 2, PENDING",
    "0, 1, 1, PENDING",
    "1, 1, 3, DRIFTED",
    "0, 0, 3, DRIFTED",
    "1, 1, 0, NOTHING",
    "0, 0, 0, NOTHING"
  })
  void followsFromWhatIsDeclaredRecordedAndServed(
      int declared, int recorded, int served, TargetState expected) {
    Observation observed =
        served == NONE
            ? new Observation.Nothing()
            : new Observation.Serves(Releases.digest(served), Means.SELF_REPORTED);

    assertThat(TargetState.of(digest(declared), deployment(recorded), observed))
        .isEqualTo(expected);
  }

  @Test
  void isUnknown_whenTheTargetDoesNotAnswer() {
    assertThat(TargetState.of(digest(1), deployment(1), new Observation.Unreachable("refused")))
        .isEqualTo(TargetState.UNREACHABLE);
  }

  private static Optional<Digest> digest(int number) {
    return number == NONE ? Optional.empty() : Optional.of(Releases.digest(number));
  }

  private static Optional<Deployment> deployment(int number) {
    return digest(number)
        .map(
            digest ->
                new Deployment(
                    "app",
                    DeploymentOutcome.DEPLOYED,
                    new DeployedRelease(
                        new ModelVersion(1, 0, 0),
                        number,
                        number,
                        new CommitId("a".repeat(40)),
                        new BlobId("b".repeat(40)),
                        digest),
                    Optional.empty(),
                    Optional.empty(),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    ""));
  }
}
