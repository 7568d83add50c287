package dev.countersign.modelrefs.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.git.RemoteLocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationIT {
  @TempDir Path folder;

  @Test
  @DisplayName("I9: the user's Git configuration has no effect, and the home folder is left alone")
  void neitherReadsNorWritesTheHomeFolder() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(
        home.resolve(".gitconfig"), "[http]\n\tsslVerify = false\n[core]\n\thooksPath = /x\n");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Duser.home=" + home,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Probe.class.getName(),
                    folder.resolve("models.git").toString()))
            .redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEqualTo("null null");
    try (Stream<Path> left = Files.walk(home)) {
      assertThat(left.filter(Files::isRegularFile)).containsExactly(home.resolve(".gitconfig"));
    }
  }

  /** A process of its own: makes a repository and prints what is configured. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) throws Exception {
      Path bare = Path.of(args[0]);
      JGitRepositories.createBare(bare, "main");
      JGitRepositories.open(RemoteLocation.of(bare), Optional.empty()).close();
      try (Repository repository = new FileRepositoryBuilder().setGitDir(bare.toFile()).build()) {
        System.out.println(
            repository.getConfig().getString("http", null, "sslVerify")
                + " "
                + repository.getConfig().getString("core", null, "hooksPath"));
      }
    }
  }
}
