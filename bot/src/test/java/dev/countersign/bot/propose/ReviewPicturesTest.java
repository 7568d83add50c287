package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.plots.DrawnPlots;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.run.Plot;
import dev.countersign.modelrefs.run.bundle.RunPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReviewPicturesTest {
  @Test
  void namesThePicturesThatAreNotShown_andWhy() {
    ReviewPictures pictures = leftOut(2);

    assertThat(pictures.embedded().leftOut())
        .containsExactly("Plot 0: it is not a PNG.", "Plot 1: it is not a PNG.");
    assertThat(pictures.embedded().all()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 22: of 500 pictures that are not shown ten are named")
  void namesTenOfMany() {
    assertThat(leftOut(500).leftOut())
        .hasSize(11)
        .last()
        .isEqualTo("490 more pictures of the run.");
  }

  @Test
  @DisplayName("Fault row 22: a forge gets the first dozen pictures only")
  void attachesADozen() {
    List<Attachment> attached = new ArrayList<>();

    Pictures pictures =
        ReviewPictures.of(DrawnPlots.of(20), List.of())
            .attached(
                "m/production/abc/",
                all -> {
                  attached.addAll(all);
                  return all.stream().map(one -> "/assets/" + one.path()).toList();
                });

    assertThat(attached).hasSize(12);
    assertThat(pictures.drawn()).hasSize(20);
    assertThat(pictures.drawn().subList(0, 12)).noneMatch(each -> each.target().isEmbedded());
    assertThat(pictures.drawn().subList(12, 20)).allMatch(each -> each.target().isEmbedded());
  }

  @Test
  void keepsAPictureInside_thatTheForgeNamesNoPlaceFor() {
    Pictures pictures =
        ReviewPictures.of(DrawnPlots.of(2), List.of())
            .attached("f/", all -> List.of("javascript:alert(1)"));

    assertThat(pictures.drawn()).hasSize(2).allMatch(each -> each.target().isEmbedded());
  }

  @Test
  void tellsTheRunsPicturesFromOurs_onceTheyHaveAPlace() {
    Picture ours = placed("/assets/sha256/ab/residuals.png");
    Picture theirs = placed("/assets/sha256/ab/run-1.png");
    Picture onGitHub = placed("https://github.example/a/b/run-2.png?raw=true");

    Pictures pictures = ReviewPictures.placed(List.of(ours, theirs, onGitHub));

    assertThat(pictures.drawn()).containsExactly(ours);
    assertThat(pictures.ofRun()).containsExactly(theirs, onGitHub);
  }

  private static Picture placed(String address) {
    return new Picture("Loss", "Loss", "Falls.", LinkTarget.own(address).orElseThrow());
  }

  private static ReviewPictures leftOut(int number) {
    List<RunPlot> plots =
        IntStream.range(0, number)
            .<RunPlot>mapToObj(
                i ->
                    new RunPlot.LeftOut(
                        new Plot("Plot " + i, new ArtifactPath("plots/" + i + ".svg")),
                        "it is not a PNG"))
            .toList();
    return ReviewPictures.of(List.of(), plots);
  }
}
