package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when everything but the repository and the store is gone. */
class StateIT {
  private static final String LINE = "m/production";
  private static final List<String> KEPT = List.of("repository.git", "store", "key");

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void makeScenario() throws IOException {
    scenario = new Scenario(folder, "m");
  }

  @Test
  @DisplayName("I4: all state is in Git and the store; with every other file gone it goes on alike")
  void goesOnWhereItWas_afterEveryOtherFileIsGone() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    scenario.run("propose", run.toString());
    scenario.run("approve", LINE, "--as", "bob");
    String before = data("status") + data("history", LINE);

    wipeAllBut(KEPT);

    assertThat(data("status") + data("history", LINE)).isEqualTo(before);
    assertThat(scenario.run("merge", LINE, "--as", "bob").exitCode()).isZero();
    String merged = scenario.refs().get("refs/heads/main").hex();
    assertThat(scenario.run("verify", "--commit", merged).exitCode())
        .as(scenario.output())
        .isZero();
    Path same = scenario.run("m", 1, 5, Scenario.NOON);
    assertThat(scenario.run("propose", same.toString()).data().at("/proposals/0/outcome").asText())
        .isEqualTo("unchanged");
  }

  @Test
  @DisplayName("I4: nor does Countersign leave a file of its own beside them")
  void leavesNoFileBeside() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    List<Path> before = files();

    scenario.run("propose", run.toString());
    scenario.run("approve", LINE, "--as", "bob");
    scenario.run("merge", LINE, "--as", "bob");
    scenario.run("status");

    assertThat(files()).isEqualTo(before);
  }

  private String data(String... command) {
    return scenario.run(command).data().toString();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> KEPT.stream().noneMatch(kept -> isBelow(file, kept)))
          .sorted()
          .toList();
    }
  }

  private void wipeAllBut(List<String> kept) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(file -> !file.equals(folder))
          .filter(file -> kept.stream().noneMatch(name -> isBelow(file, name)))
          .sorted((one, other) -> other.compareTo(one))
          .forEach(StateIT::delete);
    }
  }

  private boolean isBelow(Path file, String name) {
    return file.startsWith(folder.resolve(name));
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
