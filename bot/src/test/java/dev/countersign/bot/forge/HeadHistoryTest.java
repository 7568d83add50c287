package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.HeadHistory.Head;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeadHistoryTest {
  private static final CommitId ONE = new CommitId("1".repeat(40));
  private static final CommitId TWO = new CommitId("2".repeat(40));
  private static final HeadHistory HISTORY =
      new HeadHistory(
          List.of(new Head(TWO, at("14:10:00.500")), new Head(ONE, at("14:00:00.200"))));

  @Test
  void findsTheHeadThatWasCurrent() {
    assertThat(HISTORY.at(at("14:00:01"))).hasValue(ONE);
    assertThat(HISTORY.at(at("14:09:59.999"))).hasValue(ONE);
    assertThat(HISTORY.at(at("14:10:01"))).hasValue(TWO);
    assertThat(HISTORY.at(at("15:00:00"))).hasValue(TWO);
  }

  @Test
  @DisplayName("I7: within the second of a push nobody can tell what was approved")
  void isUnknown_withinTheSecondOfAPush() {
    assertThat(HISTORY.at(at("14:10:00.000"))).isEmpty();
    assertThat(HISTORY.at(at("14:10:00.499"))).isEmpty();
    assertThat(HISTORY.at(at("14:10:00.999"))).isEmpty();
  }

  @Test
  void isKnown_withinTheFirstSecond_asThereWasNoOther() {
    assertThat(HISTORY.at(at("14:00:00.100"))).hasValue(ONE);
    assertThat(HISTORY.at(at("14:00:00.200"))).hasValue(ONE);
  }

  @Test
  @DisplayName("Fault row 52: a time before the merge request existed fits no head")
  void isUnknown_beforeTheFirst() {
    assertThat(HISTORY.at(at("13:59:59.999"))).isEmpty();
    assertThat(new HeadHistory(List.of()).at(at("14:00:00"))).isEmpty();
  }

  @Test
  void aPushOfTheSameHeadChangesNothing() {
    HeadHistory history =
        new HeadHistory(List.of(new Head(ONE, at("14:00:00")), new Head(ONE, at("14:10:00"))));

    assertThat(history.at(at("14:10:00.3"))).hasValue(ONE);
  }

  @Test
  void twoPushesWithinOneSecond_areUnknownThenAndKnownLater() {
    HeadHistory history =
        new HeadHistory(List.of(new Head(ONE, at("14:00:00.1")), new Head(TWO, at("14:00:00.9"))));

    assertThat(history.at(at("14:00:00.95"))).isEmpty();
    assertThat(history.at(at("14:00:01"))).hasValue(TWO);
  }

  @Test
  void listsHeadsUntilATime_newestFirst() {
    assertThat(HISTORY.until(at("14:10:00"))).containsExactly(TWO, ONE);
    assertThat(HISTORY.until(at("14:09:59"))).containsExactly(ONE);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-05-03T" + time + "Z");
  }
}
