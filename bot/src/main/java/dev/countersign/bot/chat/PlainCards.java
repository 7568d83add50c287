package dev.countersign.bot.chat;

import dev.countersign.bot.review.Tone;
import java.util.List;

/** Cards of one sentence and a few facts. */
final class PlainCards {
  private static final int MOST_FACTS = 10;

  private PlainCards() {}

  static Card of(
      ChatEvent.OfPromotion event, String word, Tone tone, String lead, List<Card.Fact> facts) {
    Promotion promotion = event.promotion();
    return new Card(
        "%s: %s in %s".formatted(word, promotion.what(), promotion.line().environment()),
        tone,
        lead,
        CardRows.first(0, "reason", List.of()),
        CardRows.first(MOST_FACTS, "fact", facts),
        CardRows.first(0, "metric", List.of()),
        PromotionLinks.request(promotion));
  }
}
