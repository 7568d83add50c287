package dev.countersign.modelrefs.run.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.run.Plot;
import dev.countersign.testing.fuzz.FuzzContract;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as a picture are drawn anew or left out")
class RunPlotFuzzTest extends FuzzContract {
  private static final Plot PLOT = new Plot("Residuals", new ArtifactPath("plots/residuals.png"));

  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_USHORT_GRAY)
        .map(RunPlotFuzzTest::png)
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("IHDR", "IDAT", "PLTE", "IEND", "tEXt", "zTXt", "iCCP", "tRNS");
  }

  @Override
  protected int mutations() {
    return 300;
  }

  @Override
  protected void check(byte[] input) {
    RunPlot read = RunPlotReader.read(PLOT, () -> new ByteArrayInputStream(input));
    if (read instanceof RunPlot.Picture picture) {
      RunPlot again = RunPlotReader.read(PLOT, () -> new ByteArrayInputStream(picture.png()));
      assertThat(again).isInstanceOf(RunPlot.Picture.class);
    }
  }

  private static byte[] png(int type) {
    BufferedImage image = new BufferedImage(3, 2, type);
    image.setRGB(1, 1, 0x80FF8040);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
