package dev.countersign.modelrefs.git.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code git} of this machine, as a second opinion; without any configuration of the user. */
public final class GitCommand {
  private final Path folder;

  /**
   * @param folder where it works
   */
  public GitCommand(Path folder) {
    this.folder = folder;
  }

  /** Whether {@code git} and {@code ssh-keygen}, which signs for it, can be started. */
  public static boolean isInstalled() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of("git", "ssh-keygen")
        .allMatch(
            name ->
                Stream.of(path.split(":", -1))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
  }

  /**
   * Runs a command.
   *
   * @return what it printed
   * @throws AssertionError if it fails, with what it printed
   */
  public String run(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(argv).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_SYSTEM", "/dev/null",
                "GIT_TERMINAL_PROMPT", "0",
                "GIT_AUTHOR_NAME", "Ada",
                "GIT_AUTHOR_EMAIL", "ada@example.com",
                "GIT_COMMITTER_NAME", "Ada",
                "GIT_COMMITTER_EMAIL", "ada@example.com"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (exit != 0) {
        throw new AssertionError(argv + " ended with " + exit + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
