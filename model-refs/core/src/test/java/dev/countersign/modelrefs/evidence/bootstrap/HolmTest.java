package dev.countersign.modelrefs.evidence.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmTest {
  /** {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")} in R. */
  @Test
  void matchesR() {
    assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void anEmptyFamilyIsEmpty() {
    assertThat(Holm.adjust()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void isNeverBelowThePValueNorAboveBonferroniAndKeepsTheOrder(long seed) {
    double[] p = new SplittableRandom(seed).doubles(20).toArray();
    double[] adjusted = Holm.adjust(p);

    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i], Math.min(1, 20 * p[i]));
      for (int j = 0; j < p.length; j++) {
        assertThat(p[i] >= p[j] || adjusted[i] <= adjusted[j]).isTrue();
      }
    }
    assertThat(Arrays.stream(adjusted).max().orElseThrow()).isLessThanOrEqualTo(1);
  }
}
