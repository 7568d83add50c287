package dev.countersign.bot.chat;

import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.bot.review.ReviewSummary;
import dev.countersign.bot.review.Tone;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events and cards for the chat's tests. */
public final class ChatFixtures {
  /** When everything here happens. */
  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  /** A merge request of GitLab. */
  public static final Promotion.Request REQUEST =
      new Promotion.Request(7, "https://gitlab.example.com/acme/models/-/merge_requests/7");

  static final CommitId HEAD = new CommitId("a".repeat(40));

  private ChatFixtures() {}

  /** A better candidate that is up for review. */
  public static ChatEvent.Proposed proposed() {
    return proposed(ReviewInputs.better());
  }

  private static ChatEvent.Proposed proposed(ReviewInput input) {
    return new ChatEvent.Proposed(promotion(input), ReviewSummary.of(input), run());
  }

  /** A candidate that a gate stopped. */
  public static ChatEvent.Blocked blocked() {
    ReviewInput input = ReviewInputs.mixed();
    return new ChatEvent.Blocked(promotion(input), ReviewSummary.of(input), run());
  }

  /** A target that serves the version. */
  public static ChatEvent.Deployed deployed() {
    Promotion promotion = promotion(ReviewInputs.better());
    return new ChatEvent.Deployed(
        promotion, "shop", promotion.artifact().orElseThrow(), List.of("alice", "bob"));
  }

  /** One event of each kind. */
  public static Stream<ChatEvent> events() {
    Promotion promotion = promotion(ReviewInputs.better());
    return Stream.of(
        proposed(),
        blocked(),
        new ChatEvent.Superseded(promotion, promotion(ReviewInputs.mixed())),
        new ChatEvent.Approved(promotion, "bob", HEAD, 1, 2),
        new ChatEvent.Rejected(promotion, "bob", "too slow", HEAD, false),
        new ChatEvent.Stale(
            promotion,
            Instant.parse("2026-11-13T09:00:00Z"),
            HEAD,
            List.of("alice", "bob"),
            Optional.empty()),
        new ChatEvent.RunFailed(
            ModelEnvironment.of("diamonds-price", "production"),
            run(),
            "step \"train\" ended with exit code 1"),
        deployed(),
        new ChatEvent.DeployFailed(
            promotion, Optional.of("shop"), "not-approved", "0 of 1 approvals are given"),
        new ChatEvent.RolledBack(promotion, "shop", "\"/predict\" answered 500"));
  }

  /** A card of more rows than any platform takes, every text of it hostile. */
  public static Card hostile(String text, int rows) {
    List<Card.Metric> metrics =
        IntStream.range(0, rows)
            .mapToObj(i -> new Card.Metric(text, Optional.of(text), text, Optional.of(text)))
            .toList();
    List<Card.Fact> facts =
        IntStream.range(0, rows).mapToObj(i -> new Card.Fact(text, text)).toList();
    List<String> notes = IntStream.range(0, rows).mapToObj(i -> text).toList();
    return new Card(
        "Review: diamonds-price 1.1.0 for production",
        Tone.OPEN,
        text,
        new CardRows<>("reason", notes, 0),
        new CardRows<>("fact", facts, 0),
        new CardRows<>("metric", metrics, 0),
        CardLink.of("Review", REQUEST.url()).stream().toList());
  }

  /** The card of an event. */
  public static Card card(ChatEvent event) {
    return new CardComposer(new LinkPolicy(Set.of("ci.example.com"))).compose(event);
  }

  /** A message about an event, the first of its thread. */
  public static Post post(ChatEvent event) {
    return post(event, Optional.empty());
  }

  /** A message about an event. */
  public static Post post(ChatEvent event, Optional<String> first) {
    return new Post(event, card(event), "msg_0123456789", NOON, first);
  }

  private static RunLink run() {
    return new RunLink("20261120-0900", Optional.of("https://ci.example.com/jobs/42"));
  }

  private static Promotion promotion(ReviewInput input) {
    return Promotion.of(input.candidate(), Optional.of(REQUEST));
  }

  /** A digest that belongs to nothing else here. */
  public static Digest digest() {
    return Digest.of(new byte[] {1});
  }
}
