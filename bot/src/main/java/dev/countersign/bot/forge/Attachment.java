package dev.countersign.bot.forge;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import java.util.Arrays;

/** A PNG picture for a merge request. */
public final class Attachment {
  private final ArtifactPath path;
  private final byte[] png;

  /**
   * @param path where it belongs, for example {@code
   *     diamonds-price/production/<digest>/residuals.png}
   */
  public Attachment(ArtifactPath path, byte[] png) {
    this.path = path;
    this.png = Arrays.copyOf(png, png.length);
  }

  /** Where it belongs. */
  public ArtifactPath path() {
    return path;
  }

  /** The picture. */
  public byte[] png() {
    return Arrays.copyOf(png, png.length);
  }
}
