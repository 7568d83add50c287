package dev.countersign.bot.chat;

import dev.countersign.bot.review.Tone;
import java.util.ArrayList;
import java.util.List;

/** What became of a deployment. */
final class DeploymentCards {
  private DeploymentCards() {}

  static Card deployed(ChatEvent.OfPromotion event) {
    if (event instanceof ChatEvent.Deployed deployed) {
      return live(deployed);
    } else if (event instanceof ChatEvent.DeployFailed failed) {
      return failed(failed);
    } else if (event instanceof ChatEvent.RolledBack back) {
      return PlainCards.of(
          event,
          "Rolled back",
          Tone.BAD,
          "The version before serves again: " + back.reason(),
          List.of(new Card.Fact("Target", back.target())));
    }
    throw new IllegalStateException("an event of no known kind");
  }

  private static Card live(ChatEvent.Deployed event) {
    String approved =
        event.approvedBy().isEmpty()
            ? "nobody had to approve"
            : "approved by " + String.join(", ", event.approvedBy());
    return PlainCards.of(
        event,
        "Deployed",
        Tone.GOOD,
        "%s serves %s, %s.".formatted(event.target(), event.promotion().what(), approved),
        List.of(
            new Card.Fact("Target", event.target()),
            new Card.Fact("Serves", "sha256:" + event.observed().shortHex())));
  }

  private static Card failed(ChatEvent.DeployFailed event) {
    List<Card.Fact> facts = new ArrayList<>();
    event.target().ifPresent(target -> facts.add(new Card.Fact("Target", target)));
    facts.add(new Card.Fact("Error", event.code()));
    return PlainCards.of(
        event,
        "Deploy failed",
        Tone.BAD,
        "What served before still serves: " + event.reason(),
        facts);
  }
}
