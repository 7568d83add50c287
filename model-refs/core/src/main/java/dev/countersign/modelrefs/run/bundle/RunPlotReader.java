package dev.countersign.modelrefs.run.bundle;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.Plot;
import dev.countersign.modelrefs.run.bundle.RunPlot.LeftOut;
import dev.countersign.modelrefs.run.bundle.RunPlot.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture if it is a PNG of reasonable size, whatever its name, and encodes its pixels
 * anew. A file hidden behind the picture and its metadata do not survive that.
 */
final class RunPlotReader {
  private static final int MAX_BYTES = 5 << 20;
  private static final int MAX_DRAWN_BYTES = 10 << 20;
  private static final long MAX_PIXELS = 16_000_000;

  private RunPlotReader() {}

  static RunPlot read(Plot plot, Supplier<InputStream> source) {
    try (InputStream in = source.get()) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        return new LeftOut(plot, "it is larger than 5 MiB");
      }
      return draw(plot, bytes);
    } catch (CountersignException e) {
      return new LeftOut(plot, reason(e.code()));
    } catch (IOException | RuntimeException e) {
      // ImageIO throws all kinds of exceptions at pictures that are broken on purpose.
      return new LeftOut(plot, "it is not a readable PNG");
    }
  }

  /** Without the folder's name, which is another one on every machine. */
  private static String reason(ErrorCode code) {
    return switch (code) {
      case NOT_FOUND -> "it is not in the run bundle";
      case PATH_REFUSED -> "it is no regular file of the run bundle, or a link to one";
      default -> "it cannot be read";
    };
  }

  private static RunPlot draw(Plot plot, byte[] bytes) throws IOException {
    ImageReader reader = pngReader();
    try (ImageInputStream image =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      if (!reader.getOriginatingProvider().canDecodeInput(image)) {
        return new LeftOut(plot, "it is not a PNG");
      }
      reader.setInput(image, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MAX_PIXELS) {
        return new LeftOut(plot, "it has more than 16 million pixels");
      }
      byte[] png = encode(reader.read(0));
      return png.length > MAX_DRAWN_BYTES
          ? new LeftOut(plot, "it is larger than 10 MiB once it is drawn anew")
          : new Picture(plot, png);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader pngReader() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    return readers.next();
  }

  private static byte[] encode(BufferedImage pixels) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(pixels, "png", png);
    return png.toByteArray();
  }
}
