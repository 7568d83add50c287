package dev.countersign.bot.review.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.bot.text.LinkPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compares whole bodies with the files beside this test; what was rendered is in target/golden. */
class MarkdownRendererTest {
  private final MarkdownRenderer renderer =
      new MarkdownRenderer(new LinkPolicy(Set.of("ci.example")));

  @Test
  void firstModelHasNothingToCompareWith() throws IOException {
    assertGolden("first", ReviewInputs.first());
  }

  @Test
  void betterModel() throws IOException {
    assertGolden("better", ReviewInputs.better());
  }

  @Test
  void mixedModelIsBlocked_oneGateWaived() throws IOException {
    assertGolden("mixed", ReviewInputs.mixed());
  }

  @Test
  void insideTheSpreadOfOtherSeeds_withPicturesAndSchemaOfTheRun() throws IOException {
    assertGolden("lucky", ReviewInputs.lucky());
  }

  @Test
  void rollback() throws IOException {
    assertGolden("rollback", ReviewInputs.rollback());
  }

  private void assertGolden(String name, ReviewInput input) throws IOException {
    String rendered = renderer.render(Review.of(input));
    Path actual = Path.of("target", "golden", name + ".md");
    Files.createDirectories(actual.getParent());
    Files.writeString(actual, rendered);
    try (var expected = getClass().getResourceAsStream(name + ".md")) {
      assertThat(expected).as(name + ".md beside the test").isNotNull();
      assertThat(rendered).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
