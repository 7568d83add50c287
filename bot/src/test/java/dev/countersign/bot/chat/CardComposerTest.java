package dev.countersign.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.bot.config.NoticeKind;
import dev.countersign.bot.review.Tone;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CardComposerTest {
  @Test
  void aCandidateIsShownWithVerdict_metricsDifferencesAndButtons() {
    Card card = ChatFixtures.card(ChatFixtures.proposed());

    assertThat(card.title()).isEqualTo("Review: diamonds-price 1.1.0 for production");
    assertThat(card.tone()).isEqualTo(Tone.GOOD);
    assertThat(card.lead())
        .startsWith("Better than 1.0.0, which is live: rmse")
        .contains("543 USD");
    assertThat(card.metrics().shown()).hasSize(4);
    assertThat(card.metrics().shown().get(0).name()).isEqualTo("rmse, USD");
    assertThat(card.metrics().shown().get(0).values())
        .isEqualTo("1,495 → 543 [531, 556], ▼ −951 [−998, −906]");
    assertThat(card.links())
        .extracting(CardLink::label, CardLink::address)
        .containsExactly(
            tuple("Review", ChatFixtures.REQUEST.url()),
            tuple("Run", "https://ci.example.com/jobs/42"),
            tuple("Diff", ChatFixtures.REQUEST.url() + "/diffs"));
  }

  @Test
  void aBlockedCandidateSaysWhy() {
    Card card = ChatFixtures.card(ChatFixtures.blocked());

    assertThat(card.heading()).isEqualTo("✖ Blocked: diamonds-price 1.1.1 for production");
    assertThat(card.notes().shown())
        .anyMatch(note -> note.contains("no-slice-worse") && note.contains("37.5 % worse"));
  }

  @Test
  void everyKindOfEventHasACard_inItsOwnWords() {
    List<Card> cards = ChatFixtures.events().map(ChatFixtures::card).toList();

    assertThat(ChatFixtures.events().map(ChatEvent::kind)).containsExactly(NoticeKind.values());
    assertThat(cards).extracting(Card::title).doesNotHaveDuplicates();
    assertThat(cards.stream().map(Card::lead).toList())
        .contains(
            "bob approved; 1 of 2 approvals are given.",
            "bob closed the merge request; this artifact is not proposed again. Reason: too slow",
            "Nobody has decided since 2026-11-13.",
            "step \"train\" ended with exit code 1",
            "shop serves diamonds-price 1.1.0, approved by alice, bob.",
            "What served before still serves: 0 of 1 approvals are given",
            "The version before serves again: \"/predict\" answered 500");
  }

  @Test
  void aRollbackThatIsClosedRejectsNoArtifact() {
    ChatEvent.Rejected closed =
        new ChatEvent.Rejected(
            ChatFixtures.proposed().promotion(), "bob", "", ChatFixtures.HEAD, true);

    assertThat(ChatFixtures.card(closed).lead())
        .isEqualTo("bob closed the merge request; there will be no rollback.");
  }

  @Test
  void aCandidateThatWasOvertakenSaysByWhat() {
    ChatEvent.Stale overtaken =
        new ChatEvent.Stale(
            ChatFixtures.proposed().promotion(),
            Instant.EPOCH,
            ChatFixtures.HEAD,
            List.of("alice"),
            Optional.of(ModelVersion.parse("2.0.0")));

    assertThat(ChatFixtures.card(overtaken).lead())
        .startsWith("diamonds-price/production has 2.0.0 by now")
        .contains("Propose it again, or close the merge request");
  }

  @Test
  @DisplayName("Fault row 28: an address of a run is a button only on a host that was allowed")
  void linksToNoOtherHost() {
    ChatEvent.Proposed event = ChatFixtures.proposed();
    for (String address :
        List.of("javascript:alert(1)", "https://evil.example/x", "https://ci.example.com@evil/")) {
      Card card =
          ChatFixtures.card(
              new ChatEvent.Proposed(
                  event.promotion(), event.summary(), new RunLink("r", Optional.of(address))));

      assertThat(card.links()).extracting(CardLink::label).containsExactly("Review", "Diff");
    }
  }

  @Test
  void linksToARunOnTheForgesOwnHost() {
    ChatEvent.Proposed event = ChatFixtures.proposed();
    RunLink run = new RunLink("r", Optional.of("https://gitlab.example.com/acme/-/jobs/1"));

    Card card =
        new CardComposer(LinkPolicy.NONE)
            .compose(new ChatEvent.Proposed(event.promotion(), event.summary(), run));

    assertThat(card.links()).extracting(CardLink::label).contains("Run");
  }

  @Test
  void eventsOfAPromotionShareAThread_andNoKey() {
    List<ChatEvent> events =
        ChatFixtures.events().filter(ChatEvent.OfPromotion.class::isInstance).toList();

    assertThat(
            events.stream()
                .filter(event -> event.kind() != NoticeKind.BLOCKED)
                .collect(Collectors.groupingBy(ChatEvent::thread)))
        .containsOnlyKeys("diamonds-price/production/2");
    assertThat(events).extracting(ChatEvent::key).doesNotHaveDuplicates();
  }

  @Test
  void leavesWholeRowsOut_metricsFirst_andSaysHowMany() {
    Card card = ChatFixtures.hostile("x", 3);

    Card fitting = card.fitting(each -> rows(each) <= 4);

    assertThat(fitting.metrics().shown()).isEmpty();
    assertThat(fitting.metrics().remark()).contains("… and 3 more metrics");
    assertThat(fitting.notes().shown()).hasSize(1);
    assertThat(fitting.notes().remark()).contains("… and 2 more reasons");
    assertThat(fitting.facts().shown()).hasSize(3);
    assertThat(fitting.facts().remark()).isEmpty();
    assertThat(card.fitting(each -> true)).isEqualTo(card);
  }

  private static int rows(Card card) {
    return List.<Function<Card, CardRows<?>>>of(Card::metrics, Card::notes, Card::facts).stream()
        .mapToInt(kind -> kind.apply(card).shown().size())
        .sum();
  }
}
