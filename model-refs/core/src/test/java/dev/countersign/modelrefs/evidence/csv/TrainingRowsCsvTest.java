package dev.countersign.modelrefs.evidence.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingRowsCsvTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  private static TrainingRows read(String content) {
    return TrainingRowsCsv.read(
        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "training-rows.txt");
  }

  @Test
  void readsOneKeyPerLine() {
    assertThat(read(A + "\n" + B + "\n").size()).isEqualTo(2);
    assertThat(read(A + "\r\n" + B).size()).isEqualTo(2);
    assertThat(read(A).latest()).isEmpty();
  }

  @Test
  void readsTheLatestTime() {
    assertThat(read(A + ",2026-02-01\n" + B + ",2026-01-01T12:00:00Z\n").latest())
        .contains(Instant.parse("2026-02-01T00:00:00Z").toEpochMilli());
  }

  @Test
  void namesLinesThatAreNoKeys() {
    assertThatThrownBy(() -> read(A + "\nrow 2\n" + B + ",yesterday\n"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                        "training-rows.txt line 2: \"row 2\" is not a row key; 64 lower-case"
                            + " hexadecimal digits are",
                        "training-rows.txt line 3: \"yesterday\" is not a time; write"
                            + " 2026-05-03T14:00:00Z or 2026-05-03"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+1000000000-12-31T23:59:59Z", "+999999999-12-31", "-0001-12-31T00:00:00Z"})
  void refusesATimeOutsideFourDigitYears_insteadOfFailing(String time) {
    assertThatThrownBy(() -> read(A + "," + time + "\n"))
        .hasMessageContaining("\"%s\" is not a time".formatted(time));
  }
}
