package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.HeadHistory.Head;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeadHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final CommitId ONE = new CommitId("1".repeat(40));
  private static final CommitId TWO = new CommitId("2".repeat(40));

  private final HeadHistory history =
      new HeadHistory(List.of(new Head(TWO, NOON.plusSeconds(60)), new Head(ONE, NOON)));

  @Test
  void tellsTheHeadOfAMoment() {
    assertThat(history.at(NOON.plusSeconds(59))).contains(ONE);
    assertThat(history.at(NOON.plusSeconds(61))).contains(TWO);
    assertThat(history.at(NOON)).contains(ONE);
    assertThat(history.at(NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  @DisplayName("I7: what was said in the second of a push is for no known head")
  void believesNoOrderWithinASecond() {
    assertThat(history.at(NOON.plusSeconds(60))).isEmpty();
    assertThat(history.at(NOON.plusSeconds(60).plusMillis(900))).isEmpty();
  }

  @Test
  void believesASecond_inWhichTheSameHeadCameAgain() {
    HeadHistory again =
        new HeadHistory(List.of(new Head(ONE, NOON), new Head(ONE, NOON.plusSeconds(5))));

    assertThat(again.at(NOON.plusSeconds(5))).contains(ONE);
  }

  @Test
  void listsTheHeadsUntilAMoment_newestFirst() {
    assertThat(history.until(NOON.plusSeconds(60))).containsExactly(TWO, ONE);
    assertThat(history.until(NOON.plusSeconds(59))).containsExactly(ONE);
  }
}
