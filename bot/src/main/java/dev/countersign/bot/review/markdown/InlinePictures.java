package dev.countersign.bot.review.markdown;

import dev.countersign.bot.review.Block;
import dev.countersign.bot.review.Phrase;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.Section;
import java.util.ArrayList;
import java.util.List;

/** The first pictures of a review; a body that shows more loads slowly and is not read. */
final class InlinePictures {
  private static final int MOST = 12;

  private int left = MOST;
  private int out;

  private InlinePictures() {}

  /**
   * A review with its first pictures only.
   *
   * @param out how many pictures are not shown
   */
  record Limited(Review review, int out) {}

  /** The review without the pictures that have no place on the forge, and those past a dozen. */
  static Limited of(Review review) {
    InlinePictures limit = new InlinePictures();
    List<Section> sections = review.sections().stream().map(limit::limited).toList();
    return new Limited(
        new Review(review.title(), review.tone(), sections, review.wholeCommand()), limit.out);
  }

  private Section limited(Section section) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : section.blocks()) {
      if (block instanceof Block.Gallery gallery) {
        blocks.addAll(limited(gallery));
      } else {
        blocks.add(block);
      }
    }
    return new Section(section.kind(), blocks);
  }

  private List<Block> limited(Block.Gallery gallery) {
    List<Picture> shown =
        gallery.pictures().stream()
            .filter(picture -> !picture.target().isEmbedded())
            .limit(left)
            .toList();
    left -= shown.size();
    int more = gallery.pictures().size() - shown.size();
    out += more;
    List<Block> blocks = new ArrayList<>();
    if (!shown.isEmpty()) {
      blocks.add(new Block.Gallery(shown));
    }
    if (more > 0) {
      String noun = more == 1 ? " picture is" : " pictures are";
      blocks.add(new Block.Remark(Phrase.of(more + noun + " in the whole review only.")));
    }
    return blocks;
  }
}
