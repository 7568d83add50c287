package dev.countersign.bot.propose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Changes what a run says and brings. */
public final class RunEdits {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunEdits() {}

  /** The run names a picture, which may not be there. */
  static void plot(Path run, String title, String path) throws IOException {
    edit(
        run,
        report -> report.withArray("/plots").addObject().put("title", title).put("path", path));
  }

  /** So many pictures, each another one. */
  public static void plots(Path run, int number) throws IOException {
    for (int i = 1; i <= number; i++) {
      plot(run, "Loss of tree " + i, "plots/" + i + ".png");
      picture(run.resolve("plots/" + i + ".png"), 40 + i);
    }
  }

  /** A black picture. */
  static void picture(Path file) throws IOException {
    picture(file, 40);
  }

  private static void picture(Path file, int width) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
  }

  /** The run describes its serving input. */
  static void schema(Path run, String json) throws IOException {
    Files.writeString(run.resolve("input-schema.json"), json);
    edit(run, report -> report.put("inputSchema", "input-schema.json"));
  }

  /** Changes the report. */
  static void edit(Path run, Consumer<ObjectNode> change) throws IOException {
    File report = run.resolve("run-report.json").toFile();
    ObjectNode json = (ObjectNode) JSON.readTree(report);
    change.accept(json);
    JSON.writeValue(report, json);
  }
}
