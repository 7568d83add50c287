package dev.countersign.bot.chat;

import dev.countersign.bot.text.LinkTarget;
import java.net.URI;
import java.util.Optional;

/**
 * A button that opens a page.
 *
 * @param target absolute, http or https
 */
public record CardLink(String label, LinkTarget target) {
  /**
   * A button for an address that the forge named; none if it is not one of the web. Addresses that
   * a run names go through {@link dev.countersign.bot.text.LinkPolicy} before.
   */
  public static Optional<CardLink> of(String label, String address) {
    try {
      String scheme = URI.create(address).getScheme();
      boolean web = "https".equals(scheme) || "http".equals(scheme);
      return web && URI.create(address).getRawUserInfo() == null
          ? Optional.of(new CardLink(label, new LinkTarget(address)))
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** The address. */
  public String address() {
    return target.encoded();
  }
}
