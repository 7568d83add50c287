package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.RemoteAbilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds out what a repository would do, by asking for a branch and for what a push would meet. */
final class AbilityCheck {
  private AbilityCheck() {}

  static RemoteAbilities of(ServerTransport server, String branch) throws IOException {
    try (ServerOrigin origin = new ServerOrigin(server)) {
      origin.fetch(List.of("refs/heads/" + branch));
      return new RemoteAbilities(server.leavesFilesOut(), server.takesPushes(origin.objects()));
    }
  }

  static RemoteAbilities of(Path folder) {
    return new RemoteAbilities(
        true,
        Files.isWritable(folder.resolve("refs")) && Files.isWritable(folder.resolve("objects")));
  }
}
