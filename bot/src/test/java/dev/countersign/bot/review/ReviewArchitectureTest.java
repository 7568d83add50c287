package dev.countersign.bot.review;

import dev.countersign.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The review and the encoders are pure; see {@link ArchitectureRules}. */
class ReviewArchitectureTest {
  @Test
  void reviewAndTextArePure() {
    ArchitectureRules.domainIsPure(
        ArchitectureRules.mainClassesOf("dev.countersign.bot"),
        "dev.countersign.bot.review",
        "dev.countersign.bot.review.markdown",
        "dev.countersign.bot.review.schema",
        "dev.countersign.bot.text");
  }
}
