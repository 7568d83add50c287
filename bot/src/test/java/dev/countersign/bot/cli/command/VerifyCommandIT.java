package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} of a file, of a line, and of what a merged commit brought. */
class VerifyCommandIT {
  @TempDir private Path folder;
  private CommandBench bench;
  private String commit = "";
  private Path reference = Path.of("");

  @BeforeEach
  void mergeOne() throws IOException {
    bench = new CommandBench(folder);
    commit = bench.promote(1);
    reference = folder.resolve("copy.json");
    Files.write(reference, bench.file("model-refs/m/production/model-reference.json"));
  }

  @Test
  void verifiesAFile_aLine_andALineAtACommit() {
    for (String name :
        new String[] {reference.toString(), CommandBench.LINE, CommandBench.LINE + "@" + commit}) {
      CommandRun run = bench.json("verify", name);
      assertThat(run.exitCode()).as(run::toString).isZero();
      assertThat(run.data().path("passed").asBoolean()).isTrue();
      assertThat(run.data().path("version").asText()).isEqualTo("1.0.0");
    }
  }

  @Test
  void verifiesAFileWithoutRepositoryAndBytes() throws IOException {
    delete(bench.scenario().store());

    CommandRun run = CommandRun.of("verify", "--no-artifact", reference.toString());

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.out()).contains("passed   checksum");
  }

  @Test
  @DisplayName("Fault row 11, I3: a reference that was edited by hand is refused by its checksum")
  void refusesAnEditedReference() throws IOException {
    Files.writeString(
        reference,
        Files.readString(reference).replace("\"format\": \"text\"", "\"format\": \"other\""));

    CommandRun run = bench.json("verify", "--no-artifact", reference.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.data().path("passed").asBoolean()).isFalse();
    assertThat(run.data().findValuesAsText("outcome")).contains("failed");
  }

  @Test
  @DisplayName("Fault row 1, I3: bytes that differ from the reference are refused")
  void refusesOtherBytes() throws IOException {
    delete(bench.scenario().store());

    CommandRun run = bench.json("verify", CommandBench.LINE);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.data().path("checks").toString()).contains("weights.txt");
  }

  @Test
  void verifiesAllThatDeployVerifies() {
    JsonNode verification =
        bench.json("verify", "--commit", commit).data().path("verifications").path(0);

    assertThat(verification.path("holds").asBoolean()).isTrue();
    assertThat(verification.path("checks")).isNotEmpty();
  }

  @Test
  @DisplayName("I1, I7: what reached the branch past a merge request does not hold")
  void refusesWhatNobodyApproved() throws IOException {
    String text = Files.readString(reference);
    String pushed =
        bench
            .scenario()
            .commitFile(
                "main",
                "model-refs/m/production/model-reference.json",
                text + "\n",
                CommandBench.TEAM)
            .hex();

    CommandRun run = bench.json("verify", "--commit", pushed);

    assertThat(run.exitCode()).as(run::toString).isIn(3, 5);
    assertThat(run.data().at("/verifications/0/holds").asBoolean()).isFalse();
  }

  @Test
  void saysWhatItTakes() {
    assertThat(bench.run("verify").err()).contains("give a REF or --commit SHA, one of them");
    assertThat(bench.run("verify", CommandBench.LINE, "--commit", commit).exitCode()).isEqualTo(2);
    assertThat(bench.run("verify", "--commit", commit, "--no-artifact").err())
        .contains("--commit always reads the artifact");
    assertThat(bench.run("verify", "m/prod").err())
        .contains("\"m/prod\" is not in countersign.yaml; did you mean \"m/production\"?");
    assertThat(bench.run("verify", folder.resolve("none.json").toString()).err())
        .contains("not-found (exit 2)", "none.json\" does not exist");
  }

  private static void delete(Path store) throws IOException {
    try (var tree = Files.walk(store)) {
      for (Path file : tree.filter(path -> path.endsWith("weights.txt")).toList()) {
        Files.delete(file);
      }
    }
  }
}
