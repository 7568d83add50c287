package dev.countersign.bot.identity;

import java.util.Optional;

/** Reads the numbers that forges give to people. */
final class Numbers {
  private Numbers() {}

  /** A whole number from 1 to 2^53; empty for anything else. */
  static Optional<Long> positive(String text) {
    return text.matches("[1-9][0-9]{0,14}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
