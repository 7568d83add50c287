package dev.countersign.modelrefs.evidence.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as predictions end in predictions or in a refusal")
class PredictionsFuzzTest extends ReaderFuzzContract {
  private static final List<Task> TASKS = List.of(Task.REGRESSION, Task.BINARY, Task.MULTICLASS);
  private static final Limits SMALL = new Limits(1_000, 50, 1 << 20, 20, 10);
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final String BASELINE = "baseline:sha256:" + "10".repeat(32);

  private static byte[] file(Task task, String... lines) {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] file = new byte[text.length + 1];
    file[0] = (byte) ('0' + TASKS.indexOf(task));
    System.arraycopy(text, 0, file, 1, text.length);
    return file;
  }

  /** The first byte says the task. */
  @Override
  protected List<byte[]> seeds() {
    byte[] regression =
        file(
            Task.REGRESSION,
            "row_key,occurrence,actual,prediction," + BASELINE + ",slice:cut,weight,time",
            B + ",0,1,1.5,2,Fair,1,2026-01-01",
            A + ",1,-2e3,2.5,3,\"Very, good\",2,2026-01-02T00:00:00Z",
            A + ",0,3,3.5,4,,3,2026-01-03");
    byte[] binary =
        file(
            Task.BINARY,
            "row_key,actual,p:yes," + BASELINE + ":yes",
            A + ",yes,0.9,1",
            B + ",no,0,0");
    byte[] multiclass =
        file(Task.MULTICLASS, "row_key,actual,p:x,p:y,p:z", A + ",x,0.5,0.25,0.25", B + ",z,0,0,1");
    return List.of(regression, binary, multiclass, compressed(regression), compressed(multiclass));
  }

  @Override
  protected List<String> words() {
    return List.of("slice:cut", "p:yes", "prediction", "time", "weight", "\"", ",", "\n", A, "1,5");
  }

  @Override
  protected void read(byte[] input) {
    Task task = TASKS.get(input.length == 0 ? 0 : Math.floorMod(input[0] - '0', TASKS.size()));
    byte[] file = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
    String name = file.length > 1 && file[0] == 0x1f ? "predictions.csv.gz" : "predictions.csv";

    Predictions read = PredictionsCsv.read(new ByteArrayInputStream(file), name, task, SMALL);

    double[] actual = read.actual().toArray();
    assertThat(actual.length).isBetween(1, SMALL.rows());
    assertThat(Arrays.stream(actual)).allMatch(Double::isFinite);
    assertThat(read.candidate().columns())
        .isNotEmpty()
        .allSatisfy(column -> assertThat(column.size()).isEqualTo(actual.length));
    read.times()
        .ifPresent(times -> assertThat(Arrays.stream(times.toArray())).allMatch(Double::isFinite));
  }

  private static byte[] compressed(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file[0]);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(file, 1, file.length - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
