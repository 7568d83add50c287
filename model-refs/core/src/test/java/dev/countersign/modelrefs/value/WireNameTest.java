package dev.countersign.modelrefs.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.GateKind;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WireNameTest {
  @Test
  void writesAConstantInEachForm() {
    assertThat(WireName.camelCase(GateKind.NOT_WORSE_THAN)).isEqualTo("notWorseThan");
    assertThat(WireName.hyphenated(GateKind.NOT_WORSE_THAN)).isEqualTo("not-worse-than");
    assertThat(WireName.words(GateKind.NOT_WORSE_THAN)).isEqualTo("not worse than");
    assertThat(WireName.camelCase(GateKind.SLICES)).isEqualTo("slices");
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(WireName.camelCase(GateKind.SUPERIOR)).isEqualTo("superior");
      assertThat(WireName.hyphenated(GateKind.NON_INFERIOR)).isEqualTo("non-inferior");
    } finally {
      Locale.setDefault(before);
    }
  }
}
