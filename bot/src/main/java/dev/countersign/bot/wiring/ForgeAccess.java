package dev.countersign.bot.wiring;

import dev.countersign.bot.forge.ForgeAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A forge and the way into it.
 *
 * @param caFile certificates of own authorities in PEM form, trusted beside the JDK's
 */
public record ForgeAccess(ForgeAddress address, ForgeLogin login, Optional<Path> caFile) {
  /** The forge inside the repository. */
  public static ForgeAccess local(URI page) {
    return new ForgeAccess(new ForgeAddress.Local(page), new ForgeLogin.None(), Optional.empty());
  }
}
