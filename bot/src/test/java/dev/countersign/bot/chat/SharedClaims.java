package dev.countersign.bot.chat;

import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Claims as several processes share them, without Git. */
final class SharedClaims implements NoticeClaims {
  private final Set<String> claimed = new HashSet<>();
  private Optional<String> first = Optional.empty();

  @Override
  public boolean claim(Claim claim) {
    return claimed.add(claim.event() + "\n" + claim.channel());
  }

  @Override
  public void sent(Claim claim, String message, Instant at) {
    first = first.or(() -> Optional.of(message));
  }

  @Override
  public Optional<String> firstMessage(ModelEnvironment line, String channel, String thread) {
    return first;
  }

  int count() {
    return claimed.size();
  }
}
