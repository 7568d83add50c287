package dev.countersign.modelrefs.evidence.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.modelrefs.evaluation.Interval;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final double[] ONE_TO_HUNDRED =
      IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

  /** {@code numpy.percentile(range(1, 101), [2.5, 97.5])}. */
  @Test
  void intervalIsThatOfNumPysPercentiles() {
    Interval interval = Draws.of(ONE_TO_HUNDRED).interval(0.95).orElseThrow();

    assertThat(interval.low()).isCloseTo(3.475, within(1e-9));
    assertThat(interval.high()).isCloseTo(97.525, within(1e-9));
  }

  @Test
  void thereIsNoIntervalWhereManyResamplesAreUndefined() {
    double[] some = ONE_TO_HUNDRED.clone();
    for (int i = 0; i < 5; i++) {
      some[i] = Double.NaN;
    }
    assertThat(Draws.of(some).interval(0.95)).isPresent();
    some[5] = Double.NaN;
    assertThat(Draws.of(some).interval(0.95)).isEmpty();
  }

  @Test
  void pValueCountsResamplesThatAreNotWorseBeyondTheMargin() {
    Draws baseline = Draws.of(new double[] {100, 100, 100, 100});
    Draws candidate = Draws.of(new double[] {104, 105, 106, Double.NaN});

    assertThat(candidate.worseBeyond(0.05, baseline, 1)).isEqualTo((1.0 + 3) / 5);
    assertThat(candidate.worseBeyond(0, baseline, 1)).isEqualTo((1.0 + 1) / 5);
    assertThat(candidate.worseBeyond(0, baseline, -1)).isEqualTo(1);
  }

  @Test
  void theMarginIsTakenOfTheAbsoluteValue() {
    Draws baseline = Draws.of(new double[] {-1});

    assertThat(Draws.of(new double[] {-1.04}).worseBeyond(0.05, baseline, -1)).isEqualTo(1);
    assertThat(Draws.of(new double[] {-1.06}).worseBeyond(0.05, baseline, -1)).isEqualTo(0.5);
  }
}
