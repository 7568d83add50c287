package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bundle}: the files of an existing script become what propose takes. */
class BundleCommandIT {
  @TempDir private Path folder;
  private CommandBench bench;
  private final Map<String, String> options = new LinkedHashMap<>();

  @BeforeEach
  void layFiles() throws IOException {
    bench = new CommandBench(folder);
    bench.scenario().run("m", 1, 5, Scenario.NOON);
    Path files = folder.resolve("files-m-1");
    options.put("--model", "m");
    options.put("--task", "regression");
    options.put("--artifact", files.resolve("model").toString());
    options.put("--predictions", files.resolve("predictions.csv").toString());
    options.put("--metrics", files.resolve("metrics.json").toString());
    options.put("--dataset", "test-rows");
    options.put("--to", folder.resolve("bundle").toString());
  }

  @Test
  void makesABundle_thatProposeTakes() {
    CommandRun made = bundle();

    assertThat(made.exitCode()).as(made::toString).isZero();
    assertThat(made.data().path("bundle").asText()).isEqualTo(options.get("--to"));
    CommandRun proposed = bench.json("propose", options.get("--to"));
    assertThat(proposed.exitCode()).as(proposed::toString).isZero();
    assertThat(proposed.data().at("/proposals/0/outcome").asText()).isEqualTo("proposed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--artifact", "--predictions", "--metrics", "--training-rows", "--plots"})
  void namesTheOption_whoseFileIsNotThere(String option) {
    options.put(option, folder.resolve("nothing").toString());

    CommandRun refused = bundle();

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.data().at("/error/message").asText())
        .isEqualTo("%s names \"%s\", which does not exist".formatted(option, options.get(option)));
    assertThat(folder.resolve("bundle")).doesNotExist();
  }

  @Test
  void wantsANewFolder_andAKnownTask() throws IOException {
    Files.createDirectory(folder.resolve("bundle"));
    CommandRun second = bundle();
    assertThat(second.exitCode()).isEqualTo(6);
    assertThat(second.err())
        .contains("is only written to a new folder", "remove what is there, or name another place");

    options.put("--task", "regresion");
    CommandRun task = bundle();
    assertThat(task.exitCode()).isEqualTo(2);
    assertThat(task.err()).contains("--task", "regresion", "REGRESSION, BINARY, MULTICLASS");
  }

  @Test
  @DisplayName("Fault row 19: NaN among the predictions is refused by line and column")
  void refusesPredictionsThatAreNoNumbers() throws IOException {
    Path predictions = Path.of(options.get("--predictions"));
    List<String> rows = new ArrayList<>(Files.readAllLines(predictions));
    rows.set(1, rows.get(1).replaceAll(",[^,]*$", ",NaN"));
    Files.write(predictions, rows);

    CommandRun refused = bundle();

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("prediction", "NaN");
    assertThat(folder.resolve("bundle")).doesNotExist();
  }

  @Test
  void refusesAtOnce_whatProposeAndValidateRefuse() throws IOException {
    Path metrics = Path.of(options.get("--metrics"));
    Files.writeString(metrics, "{\"rmse_log\": 0.5}");

    CommandRun refused = bundle();

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "metrics.json\" reports metrics that need a definition",
            "$.metrics.rmse_log: \"rmse_log\" is none of the metrics that are computed",
            "(rmse, mae, r2)",
            "\"direction\": \"lower\"");
    assertThat(folder.resolve("bundle")).doesNotExist();

    Files.writeString(
        metrics,
        """
        {"metrics": {"rmse_log": 0.5},
         "definitions": [{"name": "rmse_log", "direction": "lower"}]}
        """);
    assertThat(bundle().exitCode()).isZero();
    Path report = folder.resolve("bundle/run-report.json");
    assertThat(CommandRun.of("validate", report.toString()).exitCode()).isZero();
    Files.writeString(
        report, Files.readString(report).replace("\"rmse_log\": 0.5", "\"rmse_lgo\": 0.5"));
    CommandRun invalid = CommandRun.of("validate", report.toString());
    assertThat(invalid.exitCode()).as(invalid::toString).isEqualTo(2);
    assertThat(invalid.err()).contains("run-report.json\" reports metrics", "\"rmse_lgo\"");
  }

  private CommandRun bundle() {
    List<String> all = new ArrayList<>(List.of("bundle", "--output", "json"));
    options.forEach((name, value) -> all.addAll(List.of(name, value)));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
