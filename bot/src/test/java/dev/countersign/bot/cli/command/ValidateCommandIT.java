package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code validate}: a file is known by its name, or else by what is in it. */
class ValidateCommandIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "countersign.yaml, configuration",
    "model-reference.json, model reference",
    "run-report.json, run report",
    "pipeline.yaml, pipeline"
  })
  void knowsEveryKind_byItsNameAndByItsKeys(String name, String kind) throws IOException {
    byte[] document = document(name);
    Path named = Files.write(folder.resolve(name), document);
    Path other = Files.write(folder.resolve("some-" + name), document);

    CommandRun run =
        CommandRun.of("validate", named.toString(), other.toString(), "--output", "json");

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.data().path("valid").findValuesAsText("kind")).containsExactly(kind, kind);
    assertThat(CommandRun.of("validate", other.toString()).out())
        .isEqualToIgnoringNewLines("%s: a valid %s".formatted(other, kind));
  }

  @Test
  void saysWhatIsValidAndHasNoEffect() throws IOException {
    String config = new String(document("countersign.yaml"), StandardCharsets.UTF_8);
    Path file =
        Files.writeString(
            folder.resolve("countersign.yaml"), config + "pipelines: {train: pipeline.yaml}\n");

    CommandRun run = CommandRun.of("validate", file.toString(), "--output", "json");

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.data().at("/valid/0/warnings/0").asText()).contains("pipelines is not served");
    assertThat(CommandRun.of("validate", file.toString()).out())
        .contains("  warning: pipelines is not served by this version");
  }

  @Test
  void namesEveryProblemWithItsPlace() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("countersign.yaml"), "version: 2\nstore: {}\nmodels: {M: {}}\n");

    CommandRun run = CommandRun.of("validate", file.toString(), "--output", "json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.data().at("/error/problems").findValuesAsText("path"))
        .contains("$.version", "$", "$.models.M");
    assertThat(run.err()).contains("did you mean \"stores\"?", "mend the file named");
  }

  @Test
  void saysWhatItKnows_whenAFileIsNoneOfIt() throws IOException {
    Path file = Files.writeString(folder.resolve("package.json"), "{\"name\": \"x\"}");

    CommandRun run = CommandRun.of("validate", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "package.json\" has the keys of none of the files that validate knows",
            "a configuration (models, stores,",
            "a pipeline (steps,",
            "a run report (predictions,",
            "a model reference (checksum,");
  }

  @Test
  void refusesWhatIsNoDocument() throws IOException {
    Path picture = Files.write(folder.resolve("x.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    assertThat(CommandRun.of("validate", picture.toString()).err()).contains("not valid UTF-8");
    assertThat(CommandRun.of("validate", folder.toString()).err())
        .contains("usage (exit 2)", "is a folder; name the file in it");
    assertThat(CommandRun.of("validate", folder.resolve("no.yaml").toString()).err())
        .contains("not-found (exit 2)", "no.yaml\" does not exist");
    assertThat(CommandRun.of("validate").exitCode()).isEqualTo(2);
  }

  @Test
  void warnsOfAGateThatNoRunCanPass() throws IOException {
    String config = new String(document("countersign.yaml"), StandardCharsets.UTF_8);
    assertThat(config).contains("metric: rmse");
    Path file =
        Files.writeString(
            folder.resolve("countersign.yaml"), config.replace("metric: rmse", "metric: rsme"));

    CommandRun run = CommandRun.of("validate", file.toString());

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.out())
        .contains(
            "compares \"rsme\", which is not computed, and will always need a person; did you"
                + " mean \"rmse\"?");
  }

  @Test
  void saysWhoChecksPredictions() throws IOException {
    Path file = Files.writeString(folder.resolve("predictions.csv"), "row_key,occurrence\n");

    CommandRun run = CommandRun.of("validate", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("predictions.csv\" is checked by countersign bundle and countersign propose");
  }

  @Test
  void demandsTheWritersBytes_ofAReference() throws IOException {
    String reference = new String(document("model-reference.json"), StandardCharsets.UTF_8);
    Path file = Files.writeString(folder.resolve("model-reference.json"), reference + " ");

    CommandRun run = CommandRun.of("validate", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is not written the way Countersign writes it");
  }

  private byte[] document(String name) throws IOException {
    if (name.equals("pipeline.yaml")) {
      return Files.readAllBytes(Path.of("../pipeline-runner/samples/fraud/pipeline.yaml"));
    }
    CommandBench bench = new CommandBench(Files.createDirectory(folder.resolve("bench")));
    if (name.equals("countersign.yaml")) {
      return bench.config().getBytes(StandardCharsets.UTF_8);
    }
    bench.promote(1);
    return name.equals("run-report.json")
        ? Files.readAllBytes(bench.folder().resolve("run-m-1/run-report.json"))
        : bench.file("model-refs/m/production/model-reference.json");
  }
}
