package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The system takes no more bytes in the middle of a file, although there was room when it was asked
 * before: the process runs under a limit of the size of any file that it writes.
 */
@Timeout(120)
class FullDiskCommandIT {
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final int LIMIT = 256 * 1024;

  @TempDir private Path folder;
  private CommandBench bench;

  @BeforeEach
  void makeBench() throws IOException {
    assumeTrue(Files.isExecutable(PRLIMIT), "SKIPPED: there is no " + PRLIMIT);
    bench = new CommandBench(folder);
  }

  @Test
  @DisplayName("Fault row 10: a write that the system ends is told; nothing is stored or pushed")
  void leavesNothingBehind_whenTheStoreTakesNoMore() throws Exception {
    Path artifact = Files.createDirectories(folder.resolve("files-m-1/model"));
    Files.write(artifact.resolve("large.bin"), new byte[4 * LIMIT]);
    Path run = bench.scenario().run("m", 1, 5, Scenario.NOON);
    Map<String, CommitId> before = bench.scenario().refs();

    String told = limited("propose", run.toString());

    assertThat(told)
        .startsWith("7 ")
        .contains("environment-unavailable (exit 7)", "store", "free disk space");
    assertThat(bench.scenario().refs()).isEqualTo(before);
    try (Stream<Path> left = Files.walk(bench.scenario().store())) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
    assertThat(bench.json("propose", run.toString()).exitCode()).isZero();
  }

  @Test
  @DisplayName("Fault row 10: a fetch that the system ends leaves no folder")
  void leavesNoFolder_whenTheTargetTakesNoMore() throws Exception {
    Path artifact = Files.createDirectories(folder.resolve("files-m-1/model"));
    Files.write(artifact.resolve("large.bin"), new byte[4 * LIMIT]);
    bench.promote(1);
    Path target = folder.resolve("fetched");

    String told = limited("fetch", CommandBench.LINE, "--to", target.toString());

    assertThat(told).startsWith("7 ").contains("environment-unavailable (exit 7)");
    assertThat(target).doesNotExist();
  }

  /** The exit code and what people were told. */
  private String limited(String... command) throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of(PRLIMIT.toString(), "--fsize=" + LIMIT));
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    argv.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    argv.addAll(bench.connected(command));
    Process process =
        new ProcessBuilder(argv).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + told;
  }
}
