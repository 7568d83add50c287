package dev.countersign.bot.chat;

import dev.countersign.bot.review.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a chat shows about one event. Plain text as it came; the renderer of each platform encodes
 * it.
 *
 * @param title a few words
 * @param lead one sentence
 * @param notes one sentence each
 * @param links buttons, in order
 */
public record Card(
    String title,
    Tone tone,
    String lead,
    CardRows<String> notes,
    CardRows<Fact> facts,
    CardRows<Metric> metrics,
    List<CardLink> links) {
  /** A name and what it has. */
  public record Fact(String name, String value) {}

  /**
   * A metric.
   *
   * @param live empty if there is nothing to compare with
   * @param change empty if there is nothing to compare with
   */
  public record Metric(
      String name, Optional<String> live, String candidate, Optional<String> change) {
    /** {@code 1,494.6 → 543.2 [531.0, 555.9], ▼ −951.4 [−998.0, −905.9]}. */
    public String values() {
      return live.map(value -> value + " → ").orElse("")
          + candidate
          + change.map(value -> ", " + value).orElse("");
    }
  }

  public Card {
    links = List.copyOf(links);
  }

  /** The tone's sign and the title. */
  public String heading() {
    return tone.sign() + " " + title;
  }

  /**
   * The fullest form of this card that a platform takes. Whole rows are left out from the end,
   * never a part of one: of the metrics first, then of the notes, then of the facts.
   *
   * @param fits whether the platform would take a card
   */
  public Card fitting(Predicate<Card> fits) {
    Card card = this;
    while (!fits.test(card) && !card.isBare()) {
      card = card.withoutLastRow();
    }
    return card;
  }

  private boolean isBare() {
    return metrics.isEmpty() && notes.isEmpty() && facts.isEmpty();
  }

  private Card withoutLastRow() {
    if (!metrics.isEmpty()) {
      return new Card(title, tone, lead, notes, facts, metrics.withoutLast(), links);
    }
    return notes.isEmpty()
        ? new Card(title, tone, lead, notes, facts.withoutLast(), metrics, links)
        : new Card(title, tone, lead, notes.withoutLast(), facts, metrics, links);
  }
}
