package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.ForgeContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@link ForgeContract} for the local forge, on a real bare repository. */
class LocalForgeIT extends ForgeContract {
  @TempDir private Path folder;

  @Override
  protected ForgeBench newBench() {
    return new LocalForgeBench(folder.resolve("models.git"));
  }
}
