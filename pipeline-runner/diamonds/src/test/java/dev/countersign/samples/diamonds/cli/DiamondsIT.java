package dev.countersign.samples.diamonds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.samples.diamonds.csv.DiamondsCsv;
import dev.countersign.samples.diamonds.csv.PredictionsFile;
import dev.countersign.samples.diamonds.data.Diamond;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each step by itself, on a small part of the data. */
class DiamondsIT {
  private static final String[] SETTINGS = {
    "--rounds",
    "5",
    "--max-depth",
    "3",
    "--eta",
    "0.3",
    "--subsample",
    "0.8",
    "--price-weight",
    "0.8",
    "--seed",
    "1"
  };

  @TempDir Path temp;

  @BeforeEach
  void takeSomeRows() throws IOException {
    List<Diamond> all = DiamondsCsv.read(Path.of("data/diamonds.csv.gz"));
    assertThat(all).hasSize(53_940);
    DiamondsCsv.write(path("rows.csv"), all.subList(0, 2000));
    assertThat(
            run(
                "split",
                "--rows",
                "rows.csv",
                "--without-cut",
                "",
                "--train",
                "train.csv",
                "--test",
                "test.csv",
                "--training-rows",
                "keys.txt.gz"))
        .isZero();
  }

  @Test
  void keepsEqualRowsTogetherAndTestRowsOutOfTraining() {
    List<Diamond> train = DiamondsCsv.read(path("train.csv"));
    List<Diamond> test = DiamondsCsv.read(path("test.csv"));

    assertThat(train.size() + test.size()).isEqualTo(2000);
    assertThat(train).noneMatch(row -> row.key().isTest());
    assertThat(test).allMatch(row -> row.key().isTest());
  }

  @Test
  void leavesACutOutOfTrainingButNotOutOfTesting() {
    run(
        "split",
        "--rows",
        "rows.csv",
        "--without-cut",
        "Fair",
        "--train",
        "train.csv",
        "--test",
        "test.csv",
        "--training-rows",
        "keys.txt.gz");

    assertThat(DiamondsCsv.read(path("train.csv")))
        .noneMatch(row -> row.cell("cut").equals("Fair"));
    assertThat(DiamondsCsv.read(path("test.csv"))).anyMatch(row -> row.cell("cut").equals("Fair"));
  }

  @Test
  void trainsTheSameBytesFromTheSameRowsAndSeed() throws IOException {
    train("one");
    train("two");

    assertThat(path("one/model.ubj")).hasSameBinaryContentAs(path("two/model.ubj"));
    assertThat(path("one/input-schema.json")).exists();
  }

  @Test
  void predictsWithEveryBaselineThatLoads_andNotesTheOthers() throws IOException {
    train("model");
    train("baselines/" + "a".repeat(64));
    Files.createDirectories(path("baselines/" + "b".repeat(64)));
    Files.writeString(path("baselines/" + "b".repeat(64) + "/model.pkl"), "?");
    int exit =
        run(
            "predict",
            "--model",
            "model",
            "--baselines",
            "baselines",
            "--test",
            "test.csv",
            "--predictions",
            "predictions.csv.gz",
            "--unloadable",
            "unloadable.json");

    assertThat(exit).isZero();
    assertThat(PredictionsFile.candidate(path("predictions.csv.gz")))
        .hasSameSizeAs(DiamondsCsv.read(path("test.csv")).toArray());
    assertThat(path("unloadable.json")).content().contains("sha256:" + "b".repeat(64));
  }

  @Test
  void noticesAModelThatIsNotTheOneThatWasEvaluated() throws IOException {
    train("model");
    Files.createDirectories(path("baselines"));
    run(
        "predict",
        "--model",
        "model",
        "--baselines",
        "baselines",
        "--test",
        "test.csv",
        "--predictions",
        "predictions.csv.gz",
        "--unloadable",
        "unloadable.json");
    String[] check = {
      "validate-model",
      "--model",
      "model",
      "--test",
      "test.csv",
      "--predictions",
      "predictions.csv.gz"
    };
    assertThat(run(check)).isZero();

    run(
        "train",
        "--train",
        "test.csv",
        "--model",
        "model",
        "--rounds",
        "9",
        "--max-depth",
        "3",
        "--eta",
        "0.3",
        "--subsample",
        "0.8",
        "--price-weight",
        "0.8",
        "--seed",
        "1");
    assertThat(run(check)).isEqualTo(ExitCode.INVALID.number());
  }

  @Test
  void refusesRowsThatAreNotDiamonds() throws IOException {
    Files.writeString(
        path("bad.csv"), String.join(",", Diamond.COLUMNS) + "\n0.2,Best,E,SI2,61,55,326,1,1,1\n");

    assertThat(run("validate", "--rows", "bad.csv", "--least", "1", "--summary", "sum.json"))
        .isEqualTo(ExitCode.INVALID.number());
    assertThat(path("sum.json")).doesNotExist();
  }

  @Test
  void refusesTooFewRows() {
    assertThat(run("validate", "--rows", "rows.csv", "--least", "2001", "--summary", "sum.json"))
        .isEqualTo(ExitCode.INVALID.number());
  }

  @Test
  @DisplayName("Without its native library XGBoost ends a step with 7 and the package's name")
  void namesThePackageToInstall_whenTheNativeLibraryDoesNotLoad() throws Exception {
    Process step =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Where the library is unpacked to; there it cannot be loaded from.
                "-Djava.io.tmpdir=" + path("no-such-folder"),
                "-cp",
                System.getProperty("java.class.path"),
                Diamonds.class.getName(),
                "train",
                "--train",
                path("train.csv").toString(),
                "--model",
                path("model").toString(),
                "--rounds",
                "5",
                "--max-depth",
                "3",
                "--eta",
                "0.3",
                "--subsample",
                "0.8",
                "--price-weight",
                "0.8",
                "--seed",
                "1")
            .redirectErrorStream(true)
            .start();
    String output;
    try (InputStream in = step.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    assertThat(step.waitFor()).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(output).contains("library-missing: ", "\"libgomp1\"");
  }

  private void train(String model) {
    String[] arguments = new String[SETTINGS.length + 5];
    String[] first = {"train", "--train", "train.csv", "--model", model};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(SETTINGS, 0, arguments, first.length, SETTINGS.length);
    assertThat(run(arguments)).isZero();
  }

  /** Runs a step; file names become files of the temporary folder. */
  private int run(String... arguments) {
    String[] placed = arguments.clone();
    for (int i = 2; i < placed.length; i++) {
      boolean file =
          List.of(
                  "--rows",
                  "--train",
                  "--test",
                  "--model",
                  "--baselines",
                  "--predictions",
                  "--unloadable",
                  "--training-rows",
                  "--summary")
              .contains(placed[i - 1]);
      placed[i] = file ? path(placed[i]).toString() : placed[i];
    }
    return Diamonds.run(placed);
  }

  private Path path(String name) {
    return temp.resolve(name);
  }
}
