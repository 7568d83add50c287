package dev.countersign.ci.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.target.Releases;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeployReportTest {
  private static final LineTarget PLACE = new LineTarget(Releases.LINE, "app");

  @Test
  void isDone_whenThereIsNothing() {
    assertThat(report().exitCode()).isEqualTo(ExitCode.DONE);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void hasTheExitCodeOfItsOnlyFailure(ErrorCode code) {
    assertThat(report(code).exitCode()).isEqualTo(code.exit());
  }

  @ParameterizedTest
  @CsvSource({
    "REMOTE_UNAVAILABLE,NOT_APPROVED,NOT_MET",
    "NOT_APPROVED,DEPLOYMENT_UNHEALTHY,UNHEALTHY",
    "LOG_MISSING,DEPLOYMENT_UNHEALTHY,UNHEALTHY",
    "DEPLOYMENT_UNHEALTHY,DIGEST_MISMATCH,VERIFICATION_FAILED",
    "BUG,DIGEST_MISMATCH,BUG"
  })
  void takesTheWorst_whateverTheOrder(ErrorCode one, ErrorCode other, ExitCode expected) {
    assertThat(report(one, other).exitCode()).isEqualTo(expected);
    assertThat(report(other, one).exitCode()).isEqualTo(expected);
  }

  private static DeployReport report(ErrorCode... codes) {
    List<DeployOutcome> outcomes =
        Arrays.stream(codes)
            .<DeployOutcome>map(code -> DeployOutcome.Stopped.at(PLACE, code, "because"))
            .toList();
    return new DeployReport(new CommitId("a".repeat(40)), outcomes);
  }
}
