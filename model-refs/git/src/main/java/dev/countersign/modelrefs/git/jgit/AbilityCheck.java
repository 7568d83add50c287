package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.RemoteAbilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;

/** Finds out what a repository would do, by asking for a branch and for what a push would meet. */
final class AbilityCheck {
  private AbilityCheck() {}

  static RemoteAbilities of(ServerTransport server, String branch) throws IOException {
    try (ServerOrigin origin = new ServerOrigin(server)) {
      boolean leavesFilesOut = leavesFilesOut(origin, branch);
      return new RemoteAbilities(leavesFilesOut, server.takesPushes(origin.objects()));
    }
  }

  static RemoteAbilities of(Path folder) {
    return new RemoteAbilities(
        true,
        Files.isWritable(folder.resolve("refs")) && Files.isWritable(folder.resolve("objects")));
  }

  private static boolean leavesFilesOut(ServerOrigin origin, String branch) throws IOException {
    try {
      origin.fetch(List.of("refs/heads/" + branch));
      return true;
    } catch (TransportException e) {
      if (String.valueOf(e.getMessage()).contains(JGitText.get().filterRequiresCapability)) {
        return false;
      }
      throw e;
    }
  }
}
