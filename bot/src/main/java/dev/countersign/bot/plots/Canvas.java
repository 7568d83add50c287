package dev.countersign.bot.plots;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.internal.chartpart.Chart;

/** Puts charts into one picture, drawn at double density. */
final class Canvas {
  static final int WIDTH = 700;
  private static final int DENSITY = 2;
  private static final int KEY_HEIGHT = 30;

  private final BufferedImage image;
  private final Graphics2D graphics;

  private Canvas(int height) {
    image = new BufferedImage(WIDTH * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setColor(Palette.GROUND);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(DENSITY, DENSITY);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  /**
   * A colour and what it means.
   *
   * @param colour of the square
   */
  record Key(Color colour, String meaning) {}

  /** The charts from left to right, then downwards, and below them what colours mean. */
  static byte[] png(List<? extends Chart<?, ?>> charts, List<Key> keys) {
    return png(charts, keys, graphics -> {});
  }

  /** The same, with something drawn over the charts. */
  static byte[] png(List<? extends Chart<?, ?>> charts, List<Key> keys, Consumer<Graphics2D> over) {
    List<Rectangle> places = places(charts);
    int charted = places.stream().mapToInt(place -> place.y + place.height).max().orElse(0);
    Canvas canvas = new Canvas(charted + (keys.isEmpty() ? 0 : KEY_HEIGHT));
    for (int i = 0; i < charts.size(); i++) {
      Rectangle place = places.get(i);
      Graphics2D part =
          (Graphics2D) canvas.graphics.create(place.x, place.y, place.width, place.height);
      charts.get(i).paint(part, place.width, place.height);
      part.dispose();
    }
    over.accept(canvas.graphics);
    canvas.keys(keys, charted);
    return canvas.encode();
  }

  private static List<Rectangle> places(List<? extends Chart<?, ?>> charts) {
    List<Rectangle> places = new ArrayList<>();
    Rectangle last = new Rectangle();
    for (Chart<?, ?> chart : charts) {
      boolean fits = last.x + last.width + chart.getWidth() <= WIDTH;
      int x = fits ? last.x + last.width : 0;
      int y = fits ? last.y : last.y + last.height;
      last = new Rectangle(x, y, chart.getWidth(), chart.getHeight());
      places.add(last);
    }
    return places;
  }

  private void keys(List<Key> keys, int top) {
    graphics.setFont(Panel.font(java.awt.Font.PLAIN, 12));
    FontMetrics metrics = graphics.getFontMetrics();
    int width = keys.stream().mapToInt(key -> 34 + metrics.stringWidth(key.meaning())).sum();
    int x = (WIDTH - width) / 2;
    for (Key key : keys) {
      graphics.setColor(key.colour());
      graphics.fillRect(x, top + 7, 12, 12);
      graphics.setColor(Palette.INK);
      graphics.drawString(key.meaning(), x + 18, top + 18);
      x += 34 + metrics.stringWidth(key.meaning());
    }
  }

  private byte[] encode() {
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (ImageOutputStream inMemory = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(image, "png", inMemory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  /**
   * Draws, or says which library is missing: without fonts the JDK fails with errors of many kinds.
   *
   * @throws CountersignException {@link ErrorCode#LIBRARY_MISSING}
   */
  static <T> T drawing(Supplier<T> plots) {
    try {
      return plots.get();
    } catch (LinkageError | InternalError e) {
      throw new CountersignException(
          ErrorCode.LIBRARY_MISSING,
          "pictures cannot be drawn because the machine has no usable fonts: \""
              + e.getMessage()
              + "\"; packages fontconfig and fonts-dejavu-core bring some",
          e);
    }
  }
}
