package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fetch} and {@code digest}: bytes and their names. */
class FetchCommandIT {
  @TempDir private Path folder;
  private CommandBench bench;
  private Path target = Path.of("");

  @BeforeEach
  void mergeOne() throws IOException {
    bench = new CommandBench(folder);
    bench.promote(1);
    target = folder.resolve("fetched");
  }

  @Test
  void bringsWhatIsDeclared_andItsDigestIsTheReferences() {
    CommandRun fetched = bench.json("fetch", CommandBench.LINE, "--to", target.toString());

    assertThat(fetched.exitCode()).as(fetched::toString).isZero();
    assertThat(target.resolve("weights.txt")).hasContent("weights m 1");
    CommandRun digest = CommandRun.of("digest", target.toString(), "--output", "json");
    assertThat(digest.data().path("digest")).isEqualTo(fetched.data().path("artifactDigest"));
    assertThat(CommandRun.of("digest", target.toString()).out().strip())
        .isEqualTo(fetched.data().path("artifactDigest").asText());
  }

  @Test
  @DisplayName("Fault row 3, I3: what is gone from the store leaves no folder behind")
  void leavesNothing_whenTheArtifactIsGone() throws IOException {
    try (var tree = Files.walk(bench.scenario().store())) {
      Files.delete(tree.filter(path -> path.endsWith("weights.txt")).findFirst().orElseThrow());
    }

    CommandRun fetched = bench.json("fetch", CommandBench.LINE, "--to", target.toString());

    assertThat(fetched.exitCode()).isEqualTo(3);
    assertThat(fetched.data().at("/error/remedy").asText()).contains("restore the artifact");
    assertThat(target).doesNotExist();
  }

  @Test
  void saysThatThereIsNoBaseline_beforeAnythingWasDeployed() {
    CommandRun fetched =
        bench.json("fetch", CommandBench.LINE, "--baseline", "--to", target.toString());

    assertThat(fetched.exitCode()).as(fetched::toString).isIn(2, 6);
    assertThat(target).doesNotExist();
  }

  @Test
  void leavesAnEmptyFolderForAScript_beforeAnythingWasDeployed() {
    CommandRun fetched = bench.json("fetch", "m", "--baseline", "--to", target.toString());

    assertThat(fetched.exitCode()).as(fetched::toString).isZero();
    assertThat(fetched.data().path("baselines")).isEmpty();
    assertThat(target).isEmptyDirectory();
    assertThat(bench.run("fetch", "n", "--baseline", "--to", target.toString()).err())
        .contains("\"n\"");
  }

  @Test
  void wantsALineThatThereIs_andAFolder() {
    assertThat(bench.run("fetch", "m/prod", "--to", target.toString()).err())
        .contains("did you mean \"m/production\"?");
    assertThat(bench.run("fetch", CommandBench.LINE).err())
        .contains("Missing required option: '--to=DIR'");
    assertThat(bench.run("fetch", "M", "--to", target.toString()).err())
        .contains("\"M\" is not MODEL/ENVIRONMENT");
  }

  @Test
  void printsTheLinesOfSha256sum() throws IOException {
    Path file = Files.writeString(folder.resolve("abc.txt"), "abc");

    CommandRun sum = CommandRun.of("digest", "--sum", file.toString());

    assertThat(sum.out())
        .isEqualToIgnoringNewLines(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc.txt");
  }

  @Test
  @DisplayName("Fault row 8: a link is no part of an artifact")
  void refusesALink_andWhatIsNotThere() throws IOException {
    Path artifact = Files.createDirectory(folder.resolve("artifact"));
    Files.createSymbolicLink(artifact.resolve("link.bin"), Path.of("/etc/hostname"));

    CommandRun link = CommandRun.of("digest", artifact.toString());
    CommandRun nothing = CommandRun.of("digest", folder.resolve("no").toString());

    assertThat(link.exitCode()).as(link::toString).isEqualTo(2);
    assertThat(link.err()).contains("link.bin");
    assertThat(nothing.exitCode()).as(nothing::toString).isEqualTo(2);
    assertThat(nothing.err()).contains("/no\"", "check the path");
  }
}
