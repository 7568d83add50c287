package dev.countersign.bot.forge.github;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.RequestListingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** All merge requests at one look, from the GitHub adapter. */
class GitHubListingIT extends RequestListingContract {
  @TempDir private Path folder;

  @Override
  protected ForgeBench newBench() {
    return new GitHubBench(folder.resolve("models.git"));
  }
}
