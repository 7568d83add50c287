package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.RequestListingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** All merge requests at one look, from the GitLab adapter. */
class GitLabListingIT extends RequestListingContract {
  @TempDir private Path folder;

  @Override
  protected ForgeBench newBench() {
    return new GitLabBench(folder);
  }
}
