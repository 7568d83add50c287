package dev.countersign.bot.wiring;

import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.forge.ForgeSignals;
import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.bot.forge.local.LocalForgeSettings;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import java.time.Clock;
import java.util.Optional;

/**
 * The forge of a session. One adapter per command: adapters remember what they read.
 *
 * @param local settings of the local forge; empty on another one
 */
record OpenForge(
    Forge forge, Optional<ForgeSignals> signals, Optional<LocalForgeSettings> local) {
  /** The bot's identity on the local forge. */
  static final Identity BOT = new Identity("countersign", Optional.empty());

  /** Opens the forge that an address names; calls nothing yet. */
  static OpenForge of(ForgeAccess access, GitRepository git, String branch, Clock clock) {
    ForgeAddress address = access.address();
    if (address instanceof ForgeAddress.Local here) {
      LocalForgeSettings settings = new LocalForgeSettings(BOT, here.page(), clock, true);
      return new OpenForge(
          new LocalForge(git, settings), Optional.empty(), Optional.of(settings));
    }
    throw new CountersignException(ErrorCode.USAGE, "forge " + address.kind());
  }

  /**
   * Settings of the local forge.
   *
   * @throws CountersignException {@code USAGE} on another forge
   */
  LocalForgeSettings localSettings() {
    return local.orElseThrow(
        () ->
            new CountersignException(
                ErrorCode.USAGE,
                "this command is for the local forge; on GitLab and GitHub people decide on the"
                    + " merge request's page"));
  }
}
