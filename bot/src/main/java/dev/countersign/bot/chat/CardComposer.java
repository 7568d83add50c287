package dev.countersign.bot.chat;

import dev.countersign.bot.review.ReviewSummary;
import dev.countersign.bot.review.Tone;
import dev.countersign.bot.text.LinkPolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says in a card what happened; a pure function of the event. */
public final class CardComposer {
  private static final int MOST_METRICS = 5;
  private static final int MOST_NOTES = 5;

  private final LinkPolicy policy;

  /**
   * @param policy which addresses of runs become buttons
   */
  public CardComposer(LinkPolicy policy) {
    this.policy = policy;
  }

  /** The card of an event. */
  public Card compose(ChatEvent event) {
    if (event instanceof ChatEvent.Proposed proposed) {
      return candidate(proposed.promotion(), "Review", proposed.summary(), proposed.run());
    } else if (event instanceof ChatEvent.Blocked blocked) {
      return candidate(blocked.promotion(), "Blocked", blocked.summary(), blocked.run());
    } else if (event instanceof ChatEvent.RunFailed failed) {
      return runFailed(failed);
    } else if (event instanceof ChatEvent.OfPromotion other) {
      return DecisionCards.decided(other).orElseGet(() -> DeploymentCards.deployed(other));
    }
    throw new IllegalStateException("an event of no known kind");
  }

  private Card candidate(Promotion promotion, String word, ReviewSummary summary, RunLink run) {
    List<CardLink> links = new ArrayList<>(PromotionLinks.review(promotion));
    runLink(run, promotion).ifPresent(link -> links.add(Math.min(1, links.size()), link));
    return new Card(
        "%s: %s for %s".formatted(word, promotion.what(), promotion.line().environment()),
        summary.tone(),
        summary.verdict(),
        CardRows.first(MOST_NOTES, "reason", summary.reasons()),
        CardRows.first(
            MOST_NOTES,
            "fact",
            List.of(
                new Card.Fact("Artifact", promotion.shortDigest()),
                new Card.Fact("Run", run.id()))),
        CardRows.first(MOST_METRICS, "metric", metrics(summary)),
        links);
  }

  private static List<Card.Metric> metrics(ReviewSummary summary) {
    return summary.metrics().stream()
        .map(line -> new Card.Metric(line.name(), line.live(), line.candidate(), line.change()))
        .toList();
  }

  private Card runFailed(ChatEvent.RunFailed event) {
    return new Card(
        "Training failed: " + event.line().model(),
        Tone.BAD,
        event.reason(),
        CardRows.first(MOST_NOTES, "reason", List.of()),
        CardRows.first(MOST_NOTES, "fact", List.of(new Card.Fact("Run", event.run().id()))),
        CardRows.first(MOST_METRICS, "metric", List.of()),
        runLink(event.run(), policy).stream().toList());
  }

  /** A run may be linked to on the forge's own host, whatever else is allowed. */
  private Optional<CardLink> runLink(RunLink run, Promotion promotion) {
    Optional<String> forge = promotion.request().flatMap(request -> host(request.url()));
    return runLink(run, policy)
        .or(() -> runLink(run, new LinkPolicy(Set.copyOf(forge.stream().toList()))));
  }

  private static Optional<CardLink> runLink(RunLink run, LinkPolicy allowed) {
    return run.address().flatMap(allowed::allow).map(target -> new CardLink("Run", target));
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
