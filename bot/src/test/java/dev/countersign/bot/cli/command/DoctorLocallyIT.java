package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} on the local forge. */
class DoctorLocallyIT {
  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void setUp() throws IOException {
    scenario = new Scenario(folder, "m");
  }

  @Test
  void findsNothing_whereAllIsWell() {
    var before = scenario.refs();

    DoctorRun run = run("--signing-key", scenario.key().toString());

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.found("fail")).isEmpty();
    assertThat(run.found("warn")).isEmpty();
    assertThat(run.found("ok"))
        .contains(
            "forge: the local forge, inside the repository",
            "git: branch \"main\" can be fetched, and pushes are taken",
            "configuration: countersign.yaml is valid; lines: [m/production]");
    assertThat(scenario.refs()).isEqualTo(before);
  }

  @Test
  void worksOnAClone() {
    DoctorRun run =
        DoctorRun.of(
            Map.of(),
            List.of(
                "--repository",
                scenario.repository().toUri().toString(),
                "--signing-key",
                scenario.key().toString()));

    assertThat(run.exitCode()).as(run::toString).isZero();
  }

  @Test
  void saysThatThereIsNoSuchBranch() {
    DoctorRun run = run("--branch", "trunk");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.found("fail"))
        .containsExactly("configuration: the repository has no branch \"trunk\"");
    assertThat(run.fix("configuration")).contains("--branch");
  }

  @Test
  void saysThatThereIsNoRepository() {
    DoctorRun run =
        DoctorRun.of(Map.of(), List.of("--repository", folder.resolve("none").toString()));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.found("fail")).singleElement().asString().contains("no Git repository");
  }

  @Test
  void warnsOfARepositoryThatIsReachedInTheOpen() {
    DoctorRun run =
        DoctorRun.of(Map.of(), List.of("--repository", "http://models.invalid/models.git"));

    assertThat(run.exitCode()).as(run::toString).isEqualTo(7);
    assertThat(run.found("warn")).singleElement().asString().contains("is reached by http");
    assertThat(run.found("fail")).singleElement().asString().startsWith("git: ");
  }

  @Test
  void saysThatTheKeysFileCannotBeRead() {
    DoctorRun run = run("--signing-key", folder.resolve("nowhere").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.found("fail")).singleElement().asString().startsWith("options: ");
  }

  @Test
  void looksAtATargetsSettings() throws IOException {
    String target =
        """
                targets:
                  - {name: app, kind: process, argv: [java], settings: {port: 99999}}
        """;
    scenario.configure(yaml -> yaml + target);

    DoctorRun run = run("--job", "deploy");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.found("fail")).singleElement().asString().startsWith("target app: ");
    assertThat(Files.exists(folder.resolve("target-state"))).isFalse();
  }

  private DoctorRun run(String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--repository", scenario.repository().toString()));
    return DoctorRun.of(Map.of(), options);
  }
}
