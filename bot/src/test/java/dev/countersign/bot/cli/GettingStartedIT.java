package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of {@code getting-started.md}, run as it is printed there. */
class GettingStartedIT {
  private static final Pattern SCRIPT =
      Pattern.compile("<!-- file: predict.py -->\n```python\n(.*?)```", Pattern.DOTALL);
  private static final String LIVE = "ab".repeat(32);

  @TempDir private Path folder;

  @BeforeEach
  void leavesWhatATrainingLeaves() throws Exception {
    assumeTrue(hasPython(), "SKIPPED: python3 is not installed, so the script was not tested");
    write("test.csv", "amount,label\n10,0\n10,0\n700,1\n30,0\n500,1\n");
    write("training.csv", "amount,label\n20,0\n600,1\n");
    write("model/model.json", "{\"bias\": -3, \"amount\": 0.01}");
    write("baselines/" + LIVE + "/model.json", "{\"bias\": -1, \"amount\": 0.005}");
    Matcher script = SCRIPT.matcher(Files.readString(Path.of("docs/getting-started.md")));
    assertThat(script.find()).isTrue();
    write("predict.py", script.group(1));
  }

  @Test
  void letsTheLiveModelPredictTheSameRows() throws Exception {
    assertThat(python("predict.py")).isZero();

    Predictions predictions = predictions();
    assertThat(predictions.rows()).isEqualTo(5);
    assertThat(predictions.baseline(new Digest(LIVE))).isPresent();
    CommandRun bundled =
        CommandRun.of(
            "bundle",
            "--model=payment-fraud",
            "--task=binary",
            "--artifact=" + folder.resolve("model"),
            "--predictions=" + folder.resolve("predictions.csv"),
            "--metrics=" + folder.resolve("metrics.json"),
            "--dataset=transactions",
            "--training-rows=" + folder.resolve("training-rows.txt"),
            "--to=" + folder.resolve("runs/1"),
            "--as=alice");
    assertThat(bundled.exitCode()).as(bundled::toString).isZero();
  }

  @Test
  void worksBeforeAnythingIsLive() throws Exception {
    Files.delete(folder.resolve("baselines/" + LIVE + "/model.json"));
    Files.delete(folder.resolve("baselines/" + LIVE));

    assertThat(python("predict.py")).isZero();

    assertThat(predictions().baseline(new Digest(LIVE))).isEmpty();
  }

  private Predictions predictions() throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve("predictions.csv"))) {
      return PredictionsCsv.read(in, "predictions.csv", Task.BINARY);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int python(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("python3", script))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("python.log").toFile())
            .start();
    return process.waitFor();
  }

  private boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder(List.of("python3", "--version"))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("python.log").toFile())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
