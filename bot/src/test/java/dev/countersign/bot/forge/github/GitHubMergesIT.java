package dev.countersign.bot.forge.github;

import dev.countersign.bot.forge.MergesContract;
import dev.countersign.bot.forge.fake.FakeForgeBench;
import java.nio.file.Path;

/** Everything that people and GitHub can do to the bot's merge request. */
class GitHubMergesIT extends MergesContract {
  @Override
  protected FakeForgeBench start(Path folder) {
    return new GitHubBench(folder.resolve("models.git"));
  }
}
