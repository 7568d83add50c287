package dev.countersign.modelrefs.evidence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evidence.Requests;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatePropertyTest {
  private static GateOutcome apply(GateKind kind, double margin, Evaluations evaluation) {
    GateSpec gate = Requests.gate(kind, "rmse", margin);
    return GateRules.apply(List.of(gate), evaluation.build()).get(0).outcome();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("I14: superior passes only if the baseline's value less the margin is beyond doubt")
  void superiorityImpliesNonInferiorityAndIsMonotonous(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      double baseline = random.nextDouble(-10, 1000);
      double low = random.nextDouble(-500, 500);
      double high = low + random.nextDouble(0, 300);
      double margin = random.nextDouble(0, 0.5);
      Evaluations evaluation =
          new Evaluations().verified("rmse", 1).delta("rmse", baseline, low, high);
      GateOutcome superior = apply(GateKind.SUPERIOR, margin, evaluation);

      assertThat(superior == GateOutcome.PASSED).isEqualTo(high < -margin * Math.abs(baseline));
      if (superior == GateOutcome.PASSED) {
        assertThat(apply(GateKind.NON_INFERIOR, margin, evaluation)).isEqualTo(GateOutcome.PASSED);
        assertThat(apply(GateKind.SUPERIOR, margin / 2, evaluation)).isEqualTo(GateOutcome.PASSED);
      }
    }
  }
}
