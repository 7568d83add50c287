package dev.countersign.samples.diamonds.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowKeyTest {
  private static final List<String> ROW =
      List.of("0.23", "Ideal", "E", "SI2", "61.5", "55", "326", "3.95", "3.98", "2.43");

  @Test
  void isTheDigestOfTheCellsJoinedByUnitSeparators() {
    // printf '0.23\x1fIdeal\x1f…\x1f2.43' | sha256sum
    assertThat(RowKey.of(ROW).hex())
        .isEqualTo("27cc5e2a22b95d82d0208a32a59e0bca505cbfad8434264b3d86598a77ead227");
  }

  @Test
  void tellsCellsApartThatJoinAlike() {
    assertThat(RowKey.of(List.of("ab", "c"))).isNotEqualTo(RowKey.of(List.of("a", "bc")));
  }

  @Test
  void putsAboutOneRowInFiveIntoTheTestSet_andSpreadsFoldsEvenly() {
    List<RowKey> keys =
        IntStream.range(0, 10_000).mapToObj(i -> RowKey.of(List.of("row " + i))).toList();

    assertThat(keys.stream().filter(RowKey::isTest).count()).isBetween(1900L, 2100L);
    assertThat(IntStream.range(0, 10))
        .allSatisfy(
            fold ->
                assertThat(keys.stream().filter(key -> key.fold(10) == fold).count())
                    .isBetween(900L, 1100L));
  }
}
