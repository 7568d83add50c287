package dev.countersign.bot.propose;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.plots.DrawnPlot;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.modelrefs.run.bundle.RunPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The pictures of a review before they have a place.
 *
 * @param drawn from evidence
 * @param ofRun brought by the run
 * @param leftOut those of the run that are not shown, and why
 */
public record ReviewPictures(
    List<ReviewPicture> drawn, List<ReviewPicture> ofRun, List<String> leftOut) {
  /** None. */
  static final ReviewPictures NONE = new ReviewPictures(List.of(), List.of(), List.of());

  /** As many as a body shows; a forge gets no more, as it would get them again each time. */
  private static final int MOST_ATTACHED = 12;

  private static final int MOST_LEFT_OUT = 10;

  public ReviewPictures {
    drawn = List.copyOf(drawn);
    ofRun = List.copyOf(ofRun);
    leftOut = List.copyOf(leftOut);
  }

  static ReviewPictures of(List<DrawnPlot> drawn, List<RunPlot> plots) {
    List<ReviewPicture> ofRun = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (RunPlot plot : plots) {
      if (plot instanceof RunPlot.Picture picture) {
        ofRun.add(ReviewPicture.of(picture, ofRun.size() + 1));
      } else if (plot instanceof RunPlot.LeftOut out) {
        leftOut.add(out.title() + ": " + out.reason() + ".");
      }
    }
    return new ReviewPictures(
        drawn.stream().map(ReviewPicture::of).toList(), ofRun, limited(leftOut));
  }

  private static List<String> limited(List<String> leftOut) {
    if (leftOut.size() <= MOST_LEFT_OUT) {
      return leftOut;
    }
    List<String> first = new ArrayList<>(leftOut.subList(0, MOST_LEFT_OUT));
    first.add((leftOut.size() - MOST_LEFT_OUT) + " more pictures of the run.");
    return first;
  }

  /** For a page that is one file. */
  Pictures embedded() {
    return each(ReviewPicture::embedded);
  }

  /** For a document that is kept with its pictures. */
  Pictures besideDocument() {
    return each(ReviewPicture::besideDocument);
  }

  private Pictures each(Function<ReviewPicture, Picture> place) {
    return new Pictures(
        drawn.stream().map(place).toList(), ofRun.stream().map(place).toList(), leftOut);
  }

  /** All of them, for a forge. */
  List<Attachment> attachments(String folder) {
    return all().map(each -> each.attachment(folder)).toList();
  }

  private Stream<ReviewPicture> all() {
    return Stream.concat(drawn.stream(), ofRun.stream());
  }

  /**
   * Where a forge shows the first dozen; the others, and one that it names no place for, stay
   * inside.
   *
   * @param folder in which they belong together
   * @param attach stores them and says how the forge links to each, in order
   */
  Pictures attached(String folder, Function<List<Attachment>, List<String>> attach) {
    List<ReviewPicture> all = all().toList();
    List<String> links = attach.apply(attachments(folder).stream().limit(MOST_ATTACHED).toList());
    List<Picture> placed = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ReviewPicture picture = all.get(i);
      placed.add(
          links.stream()
              .skip(i)
              .findFirst()
              .flatMap(LinkTarget::own)
              .map(picture::at)
              .orElseGet(picture::embedded));
    }
    return new Pictures(
        placed.subList(0, drawn.size()), placed.subList(drawn.size(), placed.size()), leftOut);
  }

  /** Pictures that have their place already, in a merge request's body. */
  public static Pictures placed(List<Picture> pictures) {
    return new Pictures(
        pictures.stream().filter(picture -> !ReviewPicture.isOfRun(picture)).toList(),
        pictures.stream().filter(ReviewPicture::isOfRun).toList(),
        List.of());
  }
}
