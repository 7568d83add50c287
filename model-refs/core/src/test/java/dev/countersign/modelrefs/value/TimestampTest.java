package dev.countersign.modelrefs.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0000-01-01T00:00:00Z", "2026-05-03T14:00:00.123Z", "9999-12-31T23:59:59Z"})
  void readsFourDigitYears(String text) {
    assertThat(Timestamp.parse(text)).contains(Instant.parse(text));
  }

  /** The fourth lies in the year 10000 of UTC, which would be written with a plus sign. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+10000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59Z",
        "+1000000000-12-31T23:59:59Z",
        "9999-12-31T23:59:59-01:00",
        "2026-05-03",
        ""
      })
  void readsNothingElse(String text) {
    assertThat(Timestamp.parse(text)).isEmpty();
  }
}
