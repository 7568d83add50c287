package dev.countersign.bot.review;

import java.util.ArrayList;
import java.util.List;

/** The pictures: those drawn from evidence, then those that the run brought. */
final class PlotSections {
  private PlotSections() {}

  static List<Section> of(ReviewInput input) {
    return List.of(drawn(input), ofRun(input.pictures()));
  }

  private static Section drawn(ReviewInput input) {
    List<Block> blocks = new ArrayList<>(VersionChart.of(input).stream().toList());
    if (!input.pictures().drawn().isEmpty()) {
      blocks.add(new Block.Gallery(input.pictures().drawn()));
    }
    return new Section(SectionKind.PLOTS, blocks);
  }

  private static Section ofRun(Pictures pictures) {
    List<Block> blocks = new ArrayList<>();
    if (!pictures.ofRun().isEmpty()) {
      blocks.add(
          new Block.Remark(
              Phrase.of(
                  "Made by the run itself, and shown as it brought them: Countersign computed"
                      + " nothing of this from the evidence.")));
      blocks.add(new Block.Gallery(pictures.ofRun()));
    }
    if (!pictures.leftOut().isEmpty()) {
      blocks.add(
          new Block.Bullets(pictures.leftOut().stream().map(PlotSections::missing).toList()));
    }
    return new Section(SectionKind.RUN_PLOTS, blocks);
  }

  private static Phrase missing(String picture) {
    return Phrase.EMPTY.mark(Tone.OPEN, "Not shown").text(": " + picture);
  }
}
