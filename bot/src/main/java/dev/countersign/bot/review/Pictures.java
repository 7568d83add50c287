package dev.countersign.bot.review;

import java.util.List;
import java.util.stream.Stream;

/**
 * The pictures of a review.
 *
 * @param drawn by Countersign from the evidence, in the order in which they are shown
 * @param ofRun made by the run itself, computed from nothing that was checked
 * @param leftOut pictures of the run that are not shown: each one's name and why
 */
public record Pictures(List<Picture> drawn, List<Picture> ofRun, List<String> leftOut) {
  /** None. */
  public static final Pictures NONE = new Pictures(List.of(), List.of(), List.of());

  public Pictures {
    drawn = List.copyOf(drawn);
    ofRun = List.copyOf(ofRun);
    leftOut = List.copyOf(leftOut);
  }

  /** Every picture, in the order in which they are shown. */
  public List<Picture> all() {
    return Stream.concat(drawn.stream(), ofRun.stream()).toList();
  }
}
