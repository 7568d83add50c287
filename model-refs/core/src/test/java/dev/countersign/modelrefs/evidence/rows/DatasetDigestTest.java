package dev.countersign.modelrefs.evidence.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetDigestTest {
  private static final String A = "0a".repeat(32);
  private static final String B = "f0".repeat(32);

  private static String digest(Task task, String prediction, List<String> rows) {
    String text =
        "row_key,occurrence,actual,prediction\n" + String.join(prediction, rows) + prediction;
    return DatasetDigest.of(
            PredictionsCsv.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "p.csv", task))
        .hex();
  }

  /**
   * Computed by Python: {@code hashlib.sha256(b"countersign-rows-1\n" + b"".join(bytes.fromhex(k) +
   * struct.pack(">Id", o, a + 0.0) for k, o, a in sorted(rows)))}.
   */
  @Test
  void regressionDigestIsThatOfTheSpecifiedBytes() {
    assertThat(digest(Task.REGRESSION, ",1\n", List.of(B + ",0,2.5", A + ",1,-0.0", A + ",0,1e3")))
        .isEqualTo("b97c9943dfad68ffc6c51108455ec09be74d003238e1b31ab87b9b8e6c4a4884");
  }

  /** Computed by Python, with {@code struct.pack(">II", o, len(label)) + label}. */
  @Test
  void classificationDigestIsThatOfTheSpecifiedBytes() {
    assertThat(digest(Task.BINARY, ",0.5\n", List.of(B + ",0,größer", A + ",0,no")))
        .isEqualTo("1eeb1e979fd0de42b5a10267a70dbae167e4efa2a274d36b969f8ea6a6ac5ef1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfTheFileDoesNotMatterAndEveryActualDoes(long seed) {
    List<String> rows = new ArrayList<>();
    Random random = new Random(seed);
    for (int row = 0; row < 50; row++) {
      rows.add("%02x".formatted(row / 2).repeat(32) + "," + row % 2 + "," + random.nextInt());
    }
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    List<String> other = new ArrayList<>(rows);
    other.set(7, other.get(7) + "1");

    String digest = digest(Task.REGRESSION, ",1\n", rows);

    assertThat(digest(Task.REGRESSION, ",2\n", shuffled)).isEqualTo(digest);
    assertThat(digest(Task.REGRESSION, ",1\n", other)).isNotEqualTo(digest);
  }
}
