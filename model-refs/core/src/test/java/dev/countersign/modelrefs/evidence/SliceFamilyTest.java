package dev.countersign.modelrefs.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.SliceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceFamilyTest {
  @Test
  void withoutSliceGateAllSlicesOfThePrimaryMetricAreJudgedWithMarginZero() {
    assertThat(SliceFamily.of(List.of(), "rmse", 30))
        .containsExactly(new SliceFamily("rmse", 0, List.of(), 30));
  }

  @Test
  void gatesOfOneMetricAndMarginShareTheCorrection() {
    assertThat(
            SliceFamily.of(
                List.of(
                    Requests.slices("rmse", 0.05, "cut"),
                    Requests.slices("rmse", 0.05, "carat", "cut"),
                    Requests.slices("mae", 0.1, "cut")),
                "rmse",
                30))
        .containsExactly(
            new SliceFamily("rmse", 0.05, List.of("cut", "carat"), 30),
            new SliceFamily("mae", 0.1, List.of("cut"), 30));
  }

  @Test
  void theFirstMarginOfAMetricCounts() {
    assertThat(
            SliceFamily.of(
                List.of(
                    Requests.slices("rmse", 0.05, "cut"), Requests.slices("rmse", 0.02, "carat")),
                "rmse",
                30))
        .containsExactly(new SliceFamily("rmse", 0.05, List.of("cut"), 30));
  }

  @Test
  void coversLargeSlicesOfItsColumns() {
    SliceFamily family = new SliceFamily("rmse", 0, List.of("cut"), 30);

    assertThat(family.covers("rmse", new SliceName("cut", "Fair"), 30)).isTrue();
    assertThat(family.covers("rmse", new SliceName("cut", "Fair"), 29)).isFalse();
    assertThat(family.covers("rmse", new SliceName("color", "J"), 30)).isFalse();
    assertThat(family.covers("mae", new SliceName("cut", "Fair"), 30)).isFalse();
  }
}
