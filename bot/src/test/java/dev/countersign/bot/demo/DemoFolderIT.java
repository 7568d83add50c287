package dev.countersign.bot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One demo per folder, and no harm to what an earlier one left while something is in the way. */
class DemoFolderIT {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path temp;
  private DemoWorld world = new DemoWorld(new DemoFiles(Path.of("")));
  private Path repository = Path.of("");

  @BeforeEach
  void anEarlierDemoWasThere() throws IOException {
    DemoFiles files = new DemoFiles(temp.resolve("demo"));
    world = new DemoWorld(files);
    repository = files.repository();
    DemoLock lock = world.take();
    world.create(Map.of(), NOW);
    lock.close();
    Files.writeString(repository.resolve("earlier"), "");
  }

  @Test
  void refusesASecondDemo_whileTheFirstRuns() {
    DemoLock first = world.take();
    assertThatThrownBy(world::take)
        .isInstanceOfSatisfying(
            CountersignException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.ENVIRONMENT_UNAVAILABLE);
              assertThat(refused.explanation()).contains("a demo runs in", "--dir");
            });
    first.close();

    DemoLock next = world.take();
    world.create(Map.of(), NOW);
    next.close();
    assertThat(repository.resolve("earlier")).doesNotExist();
    assertThat(repository).isDirectory();
  }

  @Test
  void leavesAFolderThatIsNoDemos() throws IOException {
    Path other = Files.createDirectories(temp.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "");

    assertThatThrownBy(() -> new DemoWorld(new DemoFiles(other)).take())
        .hasMessageContaining("is not empty and not a demo's folder");
    assertThat(other).isDirectoryContaining("glob:**thesis.txt");
    assertThat(other.resolve(DemoLock.NAME)).doesNotExist();
  }

  @Test
  void touchesNothing_whileThePagesPortIsTaken() throws IOException {
    Path home = temp.resolve("home");
    Files.createDirectories(home.resolve("ci/inference-app/target/app"));
    Files.createDirectories(home.resolve("pipeline-runner/diamonds"));
    Files.writeString(home.resolve("pipeline-runner/diamonds/pipeline.yaml"), "");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DemoOptions options =
          new DemoOptions(temp.resolve("demo"), home, true, false, taken.getLocalPort(), 0);
      Demo demo = new Demo(options, line -> {}, () -> false);

      assertThatThrownBy(
              () ->
                  demo.tell(
                      repository -> {
                        throw new AssertionError("it has begun");
                      },
                      summary -> {}))
          .hasMessageContaining("is taken; name another one by --page-port");
    }

    assertThat(repository.resolve("earlier")).exists();
  }
}
