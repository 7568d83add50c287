package dev.countersign.modelrefs.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.run.ReportedMetric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimCheckTest {
  @ParameterizedTest
  @CsvSource({
    "543.2, 543.2499, true",
    "543.2, 543.26, false",
    "543, 543.4, true",
    "0.87, 0.8734, true",
    "0.87, 0.8761, false",
    "0.98, 0.9848, true",
    "1.0, 0.93, false",
    "1.0, 0.98, false",
    "100000, 123456, false",
    "543.2000001, 543.2, true",
    "0, 0.2, false",
    "0, 0, true",
    "NaN, 1, false",
    "1, NaN, false",
    "Infinity, Infinity, false"
  })
  @DisplayName("Fault rows 19 and 61: a claim agrees only if it is the computed value rounded")
  void agreesWithinRounding(double claimed, double computed, boolean expected) {
    assertThat(ClaimCheck.agrees(claimed, computed)).isEqualTo(expected);
  }

  @Test
  void namesEveryContradictionAndLeavesUncomputedMetricsAlone() {
    ClaimCheck check = new ClaimCheck();
    check.metrics(
        List.of(
            new ReportedMetric("rmse", 1.5),
            new ReportedMetric("auc", 0.5),
            new ReportedMetric("cv_rmse", 3)),
        Map.of("rmse", 2.5, "auc", Double.NaN));

    assertThatThrownBy(check::end)
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.EVIDENCE_CONTRADICTED);
              assertThat(e.code().exit().number()).isEqualTo(3);
              assertThat(e.problems())
                  .extracting(Problem::message)
                  .containsExactly(
                      "the run claims rmse \"1.5\", its predictions give \"2.5\"",
                      "the run claims auc \"0.5\", which is undefined on its predictions");
            });
  }
}
