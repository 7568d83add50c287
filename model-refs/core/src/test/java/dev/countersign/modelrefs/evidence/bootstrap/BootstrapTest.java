package dev.countersign.modelrefs.evidence.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.evidence.Rows;
import dev.countersign.modelrefs.evidence.rows.RowKeys;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Units UNITS = Units.rows(100);

  /** The mean of 0, 1, … 99, weighed by draws. */
  private static final Measure MEAN =
      new Measure() {
        @Override
        public int size() {
          return 1;
        }

        @Override
        public void at(int[] counts, double[] values) {
          values[0] = IntStream.range(0, 100).mapToDouble(i -> i * counts[i]).sum() / 100;
        }
      };

  private static Interval interval(long seed) {
    return new Bootstrap(UNITS, 2000, seed)
        .draw(List.of(MEAN))
        .get(0)
        .get(0)
        .interval(0.95)
        .orElseThrow();
  }

  /** With 2,000 resamples an end has a standard error of 0.17. */
  @Test
  void theIntervalOfAMeanIsThatOfTheory() {
    double halfWidth = 1.96 * Math.sqrt((100 * 100 - 1) / 12.0) / Math.sqrt(100);

    assertThat(interval(1).low()).isCloseTo(49.5 - halfWidth, within(0.6));
    assertThat(interval(1).high()).isCloseTo(49.5 + halfWidth, within(0.6));
  }

  @Test
  void theSeedDecidesAndNothingElse() throws ExecutionException, InterruptedException {
    ForkJoinPool single = new ForkJoinPool(1);
    ForkJoinPool many = new ForkJoinPool(8);
    try {
      Interval one = single.submit(() -> interval(7)).get();

      assertThat(many.submit(() -> interval(7)).get()).isEqualTo(one);
      assertThat(interval(8)).isNotEqualTo(one);
    } finally {
      single.shutdown();
      many.shutdown();
    }
  }

  @Test
  void everyResampleDrawsAsManyUnitsAsThereAre() {
    Measure total =
        new Measure() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public void at(int[] counts, double[] values) {
            values[0] = Arrays.stream(counts).sum();
          }
        };

    Interval totals =
        new Bootstrap(UNITS, 200, 1)
            .draw(List.of(total))
            .get(0)
            .get(0)
            .interval(0.95)
            .orElseThrow();

    assertThat(totals).isEqualTo(new Interval(100, 100));
  }

  @Test
  void groupsDependOnKeysAloneAndAreOfSimilarSize() {
    RowKeys keys = Rows.regression(new double[20_000]).build().keys();
    Units groups = Units.groups(keys, 100);
    int[] sizes = new int[100];
    for (int row = 0; row < keys.size(); row++) {
      sizes[groups.of(row)]++;
    }

    assertThat(Arrays.stream(sizes).min().orElseThrow()).isGreaterThan(130);
    assertThat(Arrays.stream(sizes).max().orElseThrow()).isLessThan(270);
  }

  @Test
  void largeFamiliesGetEnoughResamplesForTheirCorrection() {
    assertThat(BootstrapSettings.DEFAULT.resamplesFor(12)).isEqualTo(2000);
    int resamples = BootstrapSettings.DEFAULT.resamplesFor(256);

    assertThat(Holm.adjust(smallest(256, resamples))[0]).isLessThan(0.05);
  }

  private static double[] smallest(int family, int resamples) {
    double[] p = new double[family];
    Arrays.fill(p, 1.0 / (1 + resamples));
    return p;
  }
}
