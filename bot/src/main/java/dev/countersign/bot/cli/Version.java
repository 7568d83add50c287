package dev.countersign.bot.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(CommandLineApp.class.getPackage().getImplementationVersion())
            .orElse("unreleased");
    return new String[] {"countersign " + version};
  }
}
