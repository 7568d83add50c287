package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.RequestListingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** All merge requests at one look, from the Local adapter. */
class LocalListingIT extends RequestListingContract {
  @TempDir private Path folder;

  @Override
  protected ForgeBench newBench() {
    return new LocalForgeBench(folder.resolve("models.git"));
  }
}
