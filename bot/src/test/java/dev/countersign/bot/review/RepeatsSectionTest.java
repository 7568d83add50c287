package dev.countersign.bot.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.review.markdown.MarkdownRenderer;
import dev.countersign.bot.text.LinkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatsSectionTest {
  @Test
  void showsTheSpreadBesideTheDifference() {
    assertThat(body(ReviewInputs.lucky()))
        .contains(
            "| 4 | 539 – 562 | **23** | ▼ −17 \\[−25, −10\\] | **◆&nbsp;inside the spread of seeds**")
        .contains("The candidate and the repeats that the run reports, which were not checked.");
  }

  @Test
  void explainsTheVerdict_byTheSpreadOfSeeds() {
    assertThat(VerdictSentence.of(ReviewInputs.lucky()).plain())
        .startsWith("Indistinguishable from 1.0.0")
        .endsWith(
            "The difference is no larger than what trainings with other seeds differ by (23):"
                + " it may be the luck of one training.");
  }

  @Test
  void explainsTheVerdict_alsoWhereOnlyTheReferenceIsAtHand() {
    ReviewInput reference = ReviewInputs.with(ReviewInputs.lucky(), RunDetails.UNKNOWN);

    assertThat(VerdictSentence.of(reference).plain())
        .endsWith("trainings with other seeds differ by: it may be the luck of one training.");
    assertThat(Review.of(reference).section(SectionKind.REPEATS)).isEmpty();
  }

  @Test
  void callsNoMetricBetter_thatSeedsAloneExplain() {
    assertThat(body(ReviewInputs.lucky())).doesNotContain("✔&nbsp;better");
    assertThat(body(ReviewInputs.with(ReviewInputs.lucky(), RunDetails.UNKNOWN)))
        .contains("✔&nbsp;better");
  }

  @Test
  void saysSo_whereTheDifferenceIsLargerThanTheSpread() {
    RunDetails close = new RunDetails(Map.of("rmse", List.of(543.9)), Optional.empty());

    assertThat(body(ReviewInputs.with(ReviewInputs.better(), close)))
        .contains("**○&nbsp;larger than the spread**", "**✔&nbsp;better**")
        .doesNotContain("inside the spread");
  }

  @Test
  void showsNothing_withoutRepeats() {
    assertThat(Review.of(ReviewInputs.better()).section(SectionKind.REPEATS)).isEmpty();
  }

  private static String body(ReviewInput input) {
    return new MarkdownRenderer(LinkPolicy.NONE).render(Review.of(input));
  }
}
