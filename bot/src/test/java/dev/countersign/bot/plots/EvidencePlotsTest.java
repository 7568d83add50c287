package dev.countersign.bot.plots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.text.HostileText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is drawn for which evidence; how it looks was judged by eye. */
class EvidencePlotsTest {
  @Test
  void drawsARegression() {
    assertThat(EvidencePlots.draw(PlotRequests.regression(true, "north")))
        .extracting(DrawnPlot::name)
        .containsExactly(
            "slices-rmse.png",
            "predicted-actual.png",
            "residuals.png",
            "importance.png",
            "history.png");
  }

  @Test
  void drawsABinaryClassifier() {
    assertThat(EvidencePlots.draw(PlotRequests.binary(true)))
        .extracting(DrawnPlot::name)
        .containsExactly(
            "roc.png",
            "precision-recall.png",
            "calibration.png",
            "confusion.png",
            "slices-log_loss.png",
            "importance.png",
            "history.png");
  }

  @Test
  void drawsAMulticlassClassifier() {
    List<DrawnPlot> plots = EvidencePlots.draw(PlotRequests.multiclass());
    assertThat(plots)
        .extracting(DrawnPlot::name)
        .startsWith(
            "confusion.png",
            "roc-by-class.png",
            "precision-recall-by-class.png",
            "calibration.png");
    assertThat(plots.get(1).alt())
        .contains("against all others; area under the curve: ")
        .contains("b 0.5 (Live 1.0.0), 1 (Candidate 1.1.0)");
    assertThat(plots.get(3).alt())
        .endsWith("expected calibration error 0.065 (Live 1.0.0), 0.3663 (Candidate 1.1.0).");
    assertThat(plots.get(0).alt())
        .isEqualTo(
            "Confusion matrices; share of rows predicted right: Live 1.0.0 33.5 %, Candidate 1.1.0"
                + " 100 %.");
  }

  @Test
  void saysTheNumbersInWords() {
    List<DrawnPlot> plots = EvidencePlots.draw(PlotRequests.binary(true));
    assertThat(plots.get(2).alt())
        .isEqualTo(
            "Calibration in 10 bins of class 1: brier 0.5 (Live 1.0.0), 0.25 (Candidate 1.1.0).");
    assertThat(plots.get(4).alt())
        .contains("least favourable difference is on region north, from 0.5 to 0.25");
    assertThat(plots.get(6).alt()).contains("changed 1 time.");
  }

  @Test
  void drawsTheTrainingsWithOtherSeeds() {
    DrawnPlot repeats =
        EvidencePlots.draw(PlotRequests.withRepeats(4)).stream()
            .filter(plot -> plot.name().equals("repeats.png"))
            .findFirst()
            .orElseThrow();
    assertThat(repeats.title())
        .isEqualTo("rmse of trainings with other seeds, as the run reports it");
    assertThat(repeats.alt())
        .isEqualTo(
            "rmse of the candidate and 4 trainings with other seeds: from 0.2 to 0.25; the live"
                + " model has 0.5.");
    assertThat(EvidencePlots.draw(PlotRequests.withRepeats(100)))
        .anySatisfy(plot -> assertThat(plot.title()).endsWith("the first 20 of 100"));
  }

  @Test
  void drawsTheCandidateAlone_whereNothingIsLive() {
    assertThat(EvidencePlots.draw(PlotRequests.regression(false, "north")))
        .allSatisfy(plot -> assertThat(plot.alt()).doesNotContain("Live"));
    assertThat(EvidencePlots.draw(PlotRequests.binary(false))).hasSize(7);
  }

  @Test
  void drawsASliceThatTheLiveModelDoesNotHave() {
    assertThat(EvidencePlots.draw(PlotRequests.withNewSlice()))
        .extracting(DrawnPlot::name)
        .containsExactly("slices-rmse.png", "predicted-actual.png", "residuals.png");
  }

  @Test
  void drawsTheLeastFavourableSlices_whereThereAreTooMany() {
    DrawnPlot slices = EvidencePlots.draw(PlotRequests.withManySlices(45)).get(0);
    assertThat(slices.title()).contains("the 30 least favourable of 45 slices");
    assertThat(slices.alt()).contains("on region r44, from 0.1 to 0.25");
  }

  @Test
  void leavesOutALiveModelThatIsNotComparable() {
    assertThat(EvidencePlots.draw(PlotRequests.notComparable()))
        .allSatisfy(plot -> assertThat(plot.alt()).doesNotContain("Live"));
  }

  @Test
  void picturesAreOneWidth_andShowBothModelsInTheirColours() throws IOException {
    for (DrawnPlot plot : EvidencePlots.draw(PlotRequests.binary(true))) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(plot.png()));
      assertThat(image.getWidth()).isEqualTo(1400);
      if (!plot.name().equals("confusion.png")) {
        assertThat(colours(image))
            .as(plot.name())
            .contains(Palette.LIVE.getRGB(), Palette.CANDIDATE.getRGB());
      }
    }
  }

  private static Set<Integer> colours(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return java.util.Arrays.stream(pixels).boxed().collect(Collectors.toSet());
  }

  @DisplayName("I5: the same evidence gives the same bytes, in every locale")
  @Test
  void isDeterministic() {
    List<byte[]> first = bytes();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      List<byte[]> second = bytes();
      for (int i = 0; i < first.size(); i++) {
        assertThat(second.get(i)).isEqualTo(first.get(i));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<byte[]> bytes() {
    return EvidencePlots.draw(PlotRequests.regression(true, "north")).stream()
        .map(DrawnPlot::png)
        .toList();
  }

  @DisplayName("I8: names from a run, formulas among them, are drawn as text")
  @Test
  void drawsHostileNames() {
    for (String name : List.of("$\\frac{1}{2}$", "$x$", "<html><b>x", "a\nb\u202Ec", "%s %d {0}")) {
      assertThat(EvidencePlots.draw(PlotRequests.regression(true, name))).hasSize(5);
    }
    assertThat(HostileText.samples().map(Labels::name))
        .allSatisfy(
            name -> assertThat(name).hasSizeLessThanOrEqualTo(26).doesNotContain("$", "\n"));
  }

  @Test
  void labelsAxesWithoutSurprises() {
    assertThat(List.of(Labels.tick(0), Labels.tick(0.25), Labels.tick(1500), Labels.tick(-20000)))
        .containsExactly("0", "0.25", "1.5k", "−20k");
    assertThat(Labels.tick(3_000_000)).isEqualTo("3M");
    assertThat(Labels.figure(0.123456)).isEqualTo("0.1235");
    assertThat(Labels.figure(12345.6)).isEqualTo("12,346");
  }
}
