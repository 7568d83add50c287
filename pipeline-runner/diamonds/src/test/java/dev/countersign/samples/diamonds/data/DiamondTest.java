package dev.countersign.samples.diamonds.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiamondTest {
  private static final String[] ROW = {
    "0.23", "Ideal", "E", "SI2", "61.5", "55", "326", "3.95", "3.98", "2.43"
  };

  @Test
  void readsARow() {
    Diamond diamond = Diamond.parse(List.of(ROW));

    assertThat(diamond.carat()).isEqualTo(0.23);
    assertThat(diamond.priceUsd()).isEqualTo(326);
    assertThat(diamond.cell("clarity")).isEqualTo("SI2");
  }

  @Test
  void readsNumbersAlike_whateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(Diamond.parse(List.of(ROW)).carat()).isEqualTo(0.23);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0,-1,carat \"-1\"",
    "0,NaN,carat \"NaN\"",
    "0,Infinity,carat \"Infinity\"",
    "1,ideal,cut \"ideal\" is not one of Fair",
    "2,K,color \"K\"",
    "3,SI3,clarity \"SI3\"",
    "6,0,price \"0\"",
    "7,'',x \"\""
  })
  void namesTheColumnThatIsWrong(int column, String value, String message) {
    String[] row = Arrays.copyOf(ROW, ROW.length);
    row[column] = value;

    assertThatThrownBy(() -> Diamond.parse(List.of(row)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesARowOfAnotherLength() {
    assertThatThrownBy(() -> Diamond.parse(List.of("0.23")))
        .hasMessage("has 1 cells instead of 10");
  }

  @ParameterizedTest
  @CsvSource({
    "0.2,0.0-0.5",
    "0.5,0.0-0.5",
    "0.51,0.5-1.0",
    "1,0.5-1.0",
    "1.5,1.0-1.5",
    "2,1.5-2.0",
    "2.01,2.0+"
  })
  void countsTheUpperBoundToItsBand(double carat, String band) {
    assertThat(CaratBand.of(carat)).isEqualTo(band);
  }
}
