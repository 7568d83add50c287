package dev.countersign.bot.propose;

import dev.countersign.bot.review.Picture;
import dev.countersign.bot.text.LinkTarget;
import java.util.Arrays;

/** A plot that the bot drew, before it has a place where it can be looked at. Immutable. */
public final class Drawing {
  private final String fileName;
  private final Caption caption;
  private final byte[] png;

  /**
   * What stands beside a drawing.
   *
   * @param title a few words above it
   * @param group drawings of one group stand together
   * @param alt one sentence with the numbers it shows
   */
  public record Caption(String title, String group, String alt) {}

  /**
   * @param fileName ends in {@code .png}
   */
  public Drawing(String fileName, Caption caption, byte[] png) {
    this.fileName = fileName;
    this.caption = caption;
    this.png = Arrays.copyOf(png, png.length);
  }

  /** Its file's name. */
  public String fileName() {
    return fileName;
  }

  /** The picture. */
  public byte[] png() {
    return Arrays.copyOf(png, png.length);
  }

  /** The picture as the review shows it. */
  public Picture at(LinkTarget place) {
    return new Picture(caption.title(), caption.group(), caption.alt(), place);
  }

  /** The picture inside the page itself, for a page that is one file. */
  public Picture embedded() {
    return at(LinkTarget.png(png));
  }
}
