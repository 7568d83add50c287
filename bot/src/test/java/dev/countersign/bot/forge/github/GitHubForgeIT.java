package dev.countersign.bot.forge.github;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.ForgeContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@link ForgeContract} for GitHub, on a fake with a real bare repository. */
class GitHubForgeIT extends ForgeContract {
  @TempDir private Path folder;

  @Override
  protected ForgeBench newBench() {
    return new GitHubBench(folder.resolve("models.git"));
  }
}
