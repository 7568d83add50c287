package dev.countersign.bot.forge.fake;

/**
 * An account.
 *
 * @param bot whether the forge says that it is not a human being
 */
public record Person(long id, String login, String name, boolean bot) {
  /** Where the forge writes to. */
  public String email() {
    return login.replaceAll("[^A-Za-z0-9._-]", "") + "@example.com";
  }
}
