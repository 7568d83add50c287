package dev.countersign.bot.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void isWhatDiffPrints() {
    assertThat(UnifiedDiff.of("a/f", "b/f", List.of("one", "two"), List.of("one", "three")))
        .containsExactly("--- a/f", "+++ b/f", "@@ -1,2 +1,2 @@", " one", "-two", "+three");
    assertThat(UnifiedDiff.of("a/f", "b/f", List.of("one"), List.of("one"))).isEmpty();
  }

  @Test
  void countsFromZero_whereASideHasNoLines() {
    assertThat(UnifiedDiff.hunks(List.of(), List.of("one", "@@ -1,0 +1,2 @@")))
        .containsExactly("@@ -0,0 +1,2 @@", "+one", "+@@ -1,0 +1,2 @@");
    assertThat(UnifiedDiff.hunks(List.of("one"), List.of()))
        .containsExactly("@@ -1,1 +0,0 @@", "-one");
  }
}
