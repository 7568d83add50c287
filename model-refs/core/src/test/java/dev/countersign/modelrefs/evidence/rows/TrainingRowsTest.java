package dev.countersign.modelrefs.evidence.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evidence.Rows;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
  private final RowKeys keys = Rows.regression(1, 2, 3).build().keys();

  @Test
  void countsEvaluationRowsThatWereTrainedOn() {
    long[] some = {keys.prefix(2), 42, keys.prefix(0)};

    assertThat(new TrainingRows(some, Optional.empty()).overlap(keys)).isEqualTo(2);
  }

  @Test
  void strangersDoNotOverlap() {
    assertThat(Rows.strangers().overlap(keys)).isZero();
  }
}
