package dev.countersign.bot.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.Interval;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void showsNoBoundAsZero_ofADifferenceThatIsNone() {
    Interval worse = new Interval(0.04, 18.2);

    int decimals = Figures.decimalsApartFromZero(worse, Figures.decimals(worse));

    assertThat(Figures.differences(worse, decimals)).isEqualTo("[+0.04, +18.20]");
  }

  @Test
  void showsZero_whereTheIntervalHoldsIt() {
    Interval unclear = new Interval(-0.04, 18.2);

    int decimals = Figures.decimalsApartFromZero(unclear, Figures.decimals(unclear));

    assertThat(Figures.differences(unclear, decimals)).isEqualTo("[0, +18]");
  }

  @Test
  void givesUpAtSixDecimals() {
    assertThat(Figures.decimalsApartFromZero(new Interval(1e-12, 1), 1)).isEqualTo(6);
  }
}
