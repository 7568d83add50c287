package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process of its own that appends records to a log: {@code AppendingProcess FOLDER NAME}. */
final class AppendingProcess {
  static final int RECORDS = 15;

  private AppendingProcess() {}

  static Process start(GitFixture fixture, String name) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingProcess.class.getName(),
                fixture.location().toString(),
                name))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] args) {
    RemoteLocation location = RemoteLocation.of(Path.of(args[0]));
    try (GitRepository repository = JGitRepositories.open(location, Optional.empty())) {
      DeploymentLog log = new DeploymentLog(repository);
      for (int i = 0; i < RECORDS; i++) {
        log.append(ModelEnvironment.of("a", "production"), RacesIT.record(args[1] + i));
      }
    }
  }
}
