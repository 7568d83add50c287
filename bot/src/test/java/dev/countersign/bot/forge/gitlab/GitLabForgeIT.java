package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.ForgeContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@link ForgeContract} for GitLab, on a stateful fake over a real bare repository. */
class GitLabForgeIT extends ForgeContract {
  @TempDir private Path folder;

  @Override
  protected ForgeBench newBench() {
    return new GitLabBench(folder);
  }
}
