package dev.countersign.bot.forge.gitlab;

import dev.countersign.ci.promotion.Identity;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who the bot is on GitLab; asked for at most once, and only where the settings do not say. */
final class BotIdentity implements Predicate<Identity> {
  private final Supplier<Identity> ask;
  private Optional<Identity> known;

  BotIdentity(Optional<String> login, Supplier<Identity> ask) {
    this.ask = ask;
    this.known = login.map(name -> new Identity(name, Optional.empty()));
  }

  @Override
  public boolean test(Identity somebody) {
    if (known.isEmpty()) {
      known = Optional.of(ask.get());
    }
    return known.get().isSameAs(somebody);
  }
}
