package dev.countersign.bot.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {
  @Test
  void titlesSayWhatIsPromotedOrRolledBack() {
    assertThat(Review.of(ReviewInputs.better()).title())
        .isEqualTo("Promote diamonds-price 1.1.0 to production");
    assertThat(Review.of(ReviewInputs.rollback()).title())
        .isEqualTo("Roll back diamonds-price to 1.0.0 in production");
  }

  @Test
  void toneFollowsTheVerdict_andABlockOutweighsIt() {
    assertThat(Review.of(ReviewInputs.first()).tone()).isEqualTo(Tone.OPEN);
    assertThat(Review.of(ReviewInputs.better()).tone()).isEqualTo(Tone.GOOD);
    assertThat(Review.of(ReviewInputs.mixed()).tone()).isEqualTo(Tone.BAD);
    assertThat(Review.of(ReviewInputs.rollback()).tone()).isEqualTo(Tone.OPEN);
  }

  @Test
  void sectionsComeInReadingOrder_andNoneIsEmpty() {
    assertThat(Review.of(ReviewInputs.better()).sections().stream().map(Section::kind))
        .containsExactly(
            SectionKind.VERDICT,
            SectionKind.GATES,
            SectionKind.METRICS,
            SectionKind.SLICES,
            SectionKind.PLOTS,
            SectionKind.MERGING,
            SectionKind.PROVENANCE,
            SectionKind.ROLLBACK,
            SectionKind.PARAMETERS,
            SectionKind.DATA,
            SectionKind.ALL_METRICS,
            SectionKind.HISTORY);
    assertThat(Review.of(ReviewInputs.first()).section(SectionKind.HISTORY)).isEmpty();
  }

  @Test
  void anAdoptedModelIsShownWithoutNumbers() {
    Review review = Review.of(ReviewInputs.adopted());
    assertThat(review.tone()).isEqualTo(Tone.OPEN);
    assertThat(review.sections().stream().map(Section::kind))
        .containsExactly(
            SectionKind.VERDICT, SectionKind.MERGING, SectionKind.PROVENANCE, SectionKind.DATA);
    assertThat(review.toString())
        .contains("Not evaluated", "No approval is required", "deploys nowhere", "CHG-17");
  }

  @Test
  void worseSlicesComeFirst() {
    Block.Table table =
        (Block.Table)
            Review.of(ReviewInputs.mixed())
                .section(SectionKind.SLICES)
                .orElseThrow()
                .blocks()
                .get(0);
    assertThat(table.rows().stream().map(row -> row.get(0)))
        .containsExactly(
            Phrase.EMPTY.strong("cut Fair"),
            Phrase.EMPTY.strong("carat <=0.5"),
            Phrase.EMPTY.strong("carat 1.0-1.5"));
  }

  @Test
  void theSameInputGivesTheSameReview() {
    assertThat(Review.of(ReviewInputs.mixed())).isEqualTo(Review.of(ReviewInputs.mixed()));
  }

  @DisplayName("I8, fault row 29: a name that looks like another is pointed out")
  @Test
  void pointsOutLookalikes() {
    assertThat(HostileReviews.samples().map(input -> Warnings.of(input).toString()))
        .anyMatch(warnings -> warnings.contains("cannot be seen or look like"));
    assertThat(Warnings.of(ReviewInputs.better()).toString()).doesNotContain("cannot be seen");
  }

  @ParameterizedTest
  @CsvSource({
    "1494.6, 0, '1,495'",
    "-0.4, 0, 0",
    "-0.4, 1, −0.4",
    "0.98232, 4, 0.9823",
    "1e9, 0, '1,000,000,000'"
  })
  void writesNumbersForPeople(double value, int decimals, String written) {
    assertThat(Figures.number(value, decimals)).isEqualTo(written);
  }

  @Test
  void differencesHaveTheirSign() {
    assertThat(Figures.difference(3.94, 1)).isEqualTo("+3.9");
    assertThat(Figures.difference(-3.94, 1)).isEqualTo("−3.9");
    assertThat(Figures.difference(0.04, 1)).isEqualTo("0.0");
    assertThat(Figures.percent(0.05)).isEqualTo("5 %");
    assertThat(Figures.percent(0.975)).isEqualTo("97.5 %");
    assertThat(Figures.written(0.95)).isEqualTo("0.95");
    assertThat(Figures.written(1000)).isEqualTo("1,000");
    assertThat(Figures.bytes(1_833_000)).isEqualTo("1.8 MB");
    assertThat(Figures.bytes(999)).isEqualTo("999 bytes");
    assertThat(Figures.duration(Duration.ofSeconds(3725))).isEqualTo("1 h 2 min");
  }

  @Test
  void numbersAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Stream.of("tr-TR", "de-DE", "ar-EG")
          .forEach(
              tag -> {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Figures.number(1234.5, 1)).isEqualTo("1,234.5");
                assertThat(Review.of(ReviewInputs.better()).toString()).contains("−63.7 %");
              });
    } finally {
      Locale.setDefault(before);
    }
  }
}
