package dev.countersign.modelrefs.evidence.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowOrderTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isTheOrderOfUnsignedKeysAndOccurrencesEvenWhereKeysBeginAlike(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 2000;
    long[] words = random.longs(rows * 4L).toArray();
    for (int row = 0; row < rows; row++) {
      words[4 * row] = random.nextInt(-3, 3) * 0x1000000000L;
      words[4 * row + 1] = random.nextInt(-2, 2);
      words[4 * row + 2] = 0;
      words[4 * row + 3] = random.nextInt(0, 2);
    }
    int[] occurrences = random.ints(rows, 0, 4).toArray();
    RowOrder order = new RowOrder(words, occurrences);
    int[] expected =
        IntStream.range(0, rows)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(row -> 0).thenComparing(order::compare))
            .mapToInt(Integer::intValue)
            .toArray();

    assertThat(order.order()).isEqualTo(expected);
    assertThat(Arrays.stream(order.order()).distinct().count()).isEqualTo(rows);
  }
}
