package dev.countersign.bot.chat;

import dev.countersign.bot.review.Tone;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people, or nobody, decided about a candidate. */
final class DecisionCards {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private DecisionCards() {}

  /** The card, if the event is a decision. */
  static Optional<Card> decided(ChatEvent.OfPromotion event) {
    if (event instanceof ChatEvent.Superseded superseded) {
      return Optional.of(superseded(superseded));
    } else if (event instanceof ChatEvent.Approved approved) {
      return Optional.of(approved(approved));
    } else if (event instanceof ChatEvent.Rejected rejected) {
      return Optional.of(rejected(rejected));
    } else if (event instanceof ChatEvent.Stale stale) {
      return Optional.of(stale(stale));
    }
    return Optional.empty();
  }

  private static Card superseded(ChatEvent.Superseded event) {
    return PlainCards.of(
        event,
        "Superseded",
        Tone.PLAIN,
        "A newer candidate takes the place of the one under review; its approvals ended.",
        List.of(
            new Card.Fact("Was", event.before().shortDigest()),
            new Card.Fact("Is", event.promotion().shortDigest())));
  }

  private static Card approved(ChatEvent.Approved event) {
    boolean enough = event.counted() >= event.required();
    return PlainCards.of(
        event,
        "Approved",
        enough ? Tone.GOOD : Tone.OPEN,
        "%s approved; %d of %d approvals are given."
            .formatted(event.by(), event.counted(), event.required()),
        List.of());
  }

  private static Card rejected(ChatEvent.Rejected event) {
    String why = event.reason().isBlank() ? "" : " Reason: " + event.reason();
    return PlainCards.of(
        event,
        "Rejected",
        Tone.BAD,
        "%s closed the merge request; %s.%s".formatted(event.by(), consequence(event), why),
        List.of());
  }

  private static String consequence(ChatEvent.Rejected event) {
    return event.rollback() ? "there will be no rollback" : "this artifact is not proposed again";
  }

  private static Card stale(ChatEvent.Stale event) {
    return PlainCards.of(
        event,
        "Waiting",
        Tone.OPEN,
        why(event),
        event.approvers().isEmpty()
            ? List.of()
            : List.of(new Card.Fact("Can approve", String.join(", ", event.approvers()))));
  }

  private static String why(ChatEvent.Stale event) {
    return event
        .overtakenBy()
        .map(
            version ->
                "%s has %s by now, so this candidate can no longer be merged as it is. Propose it again, or close the merge request."
                    .formatted(event.line(), version))
        .orElseGet(() -> "Nobody has decided since %s.".formatted(DAY.format(event.since())));
  }
}
