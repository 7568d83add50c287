package dev.countersign.bot.chat;

import java.util.List;
import java.util.Optional;

/**
 * Rows of one kind on a card.
 *
 * @param noun what one of them is called
 * @param omitted how many there are besides those shown
 */
public record CardRows<T>(String noun, List<T> shown, int omitted) {
  public CardRows {
    shown = List.copyOf(shown);
  }

  /** The first few of all rows. */
  static <T> CardRows<T> first(int most, String noun, List<T> all) {
    List<T> shown = all.subList(0, Math.min(most, all.size()));
    return new CardRows<>(noun, shown, all.size() - shown.size());
  }

  /** {@code … and 3 more metrics}, if any were left out. */
  public Optional<String> remark() {
    return omitted == 0
        ? Optional.empty()
        : Optional.of("… and %d more %s%s".formatted(omitted, noun, omitted == 1 ? "" : "s"));
  }

  boolean isEmpty() {
    return shown.isEmpty();
  }

  CardRows<T> withoutLast() {
    return new CardRows<>(noun, shown.subList(0, shown.size() - 1), omitted + 1);
  }
}
