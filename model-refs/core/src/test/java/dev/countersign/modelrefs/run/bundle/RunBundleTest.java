package dev.countersign.modelrefs.run.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.bundle.RunPlot.LeftOut;
import dev.countersign.modelrefs.run.bundle.RunPlot.Picture;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.run.codec.RunReportFixtures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBundleTest {
  private static final String SECRET = "the secret of another folder";
  @TempDir Path temporary;
  private Path folder;
  private Path outside;

  @BeforeEach
  void makeBundle() throws IOException {
    folder = Files.createDirectory(temporary.resolve("bundle"));
    outside = Files.writeString(temporary.resolve("secret"), SECRET);
    Files.createDirectories(folder.resolve("model"));
    Files.writeString(folder.resolve("model/model.ubj"), "weights");
    Files.writeString(folder.resolve("predictions.csv.gz"), "rows");
    Files.writeString(folder.resolve("training-rows.txt.gz"), "keys");
    Files.writeString(folder.resolve("input-schema.json"), "{}");
    Files.createDirectories(folder.resolve("plots"));
    Files.write(folder.resolve("plots/loss.png"), png(40, 30));
    Files.write(
        folder.resolve("run-report.json"), RunReportCodec.encode(RunReportFixtures.report()));
  }

  @Test
  void opensWhatTheReportNames() throws IOException {
    RunBundle bundle = RunBundle.open(folder);

    assertThat(bundle.report()).isEqualTo(RunReportFixtures.report());
    assertThat(bundle.artifact()).isEqualTo(folder.toRealPath().resolve("model"));
    assertThat(text(bundle.predictions())).isEqualTo("rows");
    assertThat(text(bundle.trainingRows().orElseThrow())).isEqualTo("keys");
    assertThat(bundle.inputSchema().orElseThrow()).asString().isEqualTo("{}");
  }

  @Test
  void saysThatTheRunDidNotFinish_whenTheReportIsMissing() throws IOException {
    Files.delete(folder.resolve("run-report.json"));

    assertThatThrownBy(() -> RunBundle.open(folder))
        .hasMessageContaining("has no \"run-report.json\": the run has not finished, or failed");
    refused(ErrorCode.NOT_FOUND, () -> RunBundle.open(folder));
    refused(ErrorCode.NOT_FOUND, () -> RunBundle.open(temporary.resolve("nothing")));
  }

  @Test
  void addressesTheEvidence_withWhatAReviewShowsOfTheRun() {
    RunBundle bundle = RunBundle.open(folder);
    RunEvidence evidence = bundle.evidence(bundle.plots());

    assertThat(evidence.manifest().files())
        .extracting(file -> file.path().value())
        .containsExactly(
            "input-schema.json",
            "plots/loss.png",
            "predictions.csv.gz",
            "run-report.json",
            "training-rows.txt.gz");
    assertThat(evidence.files()).hasSize(5);
  }

  @Test
  @DisplayName("Fault rows 15 and 22: no file that is not shown is kept with the evidence")
  void keepsNoPictureThatIsLeftOut() throws IOException {
    Files.writeString(folder.resolve("plots/loss.png"), "no picture");
    RunBundle bundle = RunBundle.open(folder);

    assertThat(bundle.evidence(bundle.plots()).files().keySet())
        .noneMatch(path -> path.value().startsWith("plots/"));
  }

  @Test
  void saysWhichPictureIsMissing() throws IOException {
    Files.delete(folder.resolve("plots/loss.png"));
    RunBundle bundle = RunBundle.open(folder);

    assertThat(bundle.plots())
        .singleElement()
        .isInstanceOfSatisfying(
            LeftOut.class,
            plot -> assertThat(plot.reason()).isEqualTo("it is not in the run bundle"));
    assertThat(bundle.evidence(bundle.plots()).files()).hasSize(4);
  }

  @Test
  @DisplayName("Fault row 22: of 500 pictures no more than 24 are looked at")
  void looksAtSoManyPicturesOnly() throws IOException {
    String report = Files.readString(folder.resolve("run-report.json"));
    String one = "\\{\\s*\"path\": \"plots/loss.png\",\\s*\"title\": \"Loss\"\\s*\\}";
    String many =
        Stream.generate(() -> "{\"path\": \"plots/loss.png\", \"title\": \"Loss\"}")
            .limit(500)
            .collect(Collectors.joining(","));
    Files.writeString(folder.resolve("run-report.json"), report.replaceFirst(one, many));

    List<RunPlot> plots = RunBundle.open(folder).plots();

    assertThat(plots).hasSize(500);
    assertThat(plots.subList(0, 24)).allMatch(Picture.class::isInstance);
    assertThat(plots.subList(24, 500)).allMatch(LeftOut.class::isInstance);
  }

  @Test
  @DisplayName("Fault row 16: a link out of the bundle is refused, on the way as at the end")
  void refusesLinksOutOfTheBundle() throws IOException {
    replaceByLink("predictions.csv.gz", outside);
    Files.delete(folder.resolve("model/model.ubj"));
    Files.delete(folder.resolve("model"));
    Files.createSymbolicLink(folder.resolve("model"), temporary);
    RunBundle bundle = RunBundle.open(folder);

    refused(ErrorCode.PATH_REFUSED, bundle::predictions);
    refused(ErrorCode.PATH_REFUSED, bundle::artifact);
    refused(ErrorCode.PATH_REFUSED, () -> bundle.evidence(List.of()));
  }

  @Test
  @DisplayName("Fault row 16: a report that is a link is refused")
  void refusesAReportThatIsALink() throws IOException {
    Path elsewhere =
        Files.write(
            temporary.resolve("elsewhere"), RunReportCodec.encode(RunReportFixtures.report()));
    replaceByLink("run-report.json", elsewhere);

    refused(ErrorCode.PATH_REFUSED, () -> RunBundle.open(folder));
  }

  @Test
  @DisplayName("Fault row 16: a hard link to a file outside is refused")
  void refusesHardLinks() throws IOException {
    Files.delete(folder.resolve("input-schema.json"));
    Files.createLink(folder.resolve("input-schema.json"), outside);

    refused(ErrorCode.PATH_REFUSED, RunBundle.open(folder)::inputSchema);
  }

  @Test
  @DisplayName("Fault row 16: a link swapped in between check and read never leads outside")
  void neverReadsThroughALinkThatIsSwappedIn() throws Exception {
    Path plots = folder.resolve("plots");
    Path kept = folder.resolve("kept");
    Path trap = Files.createDirectory(temporary.resolve("trap"));
    Files.writeString(trap.resolve("loss.png"), SECRET);
    RunBundle bundle = RunBundle.open(folder);
    AtomicBoolean stop = new AtomicBoolean();
    Thread swapper = new Thread(() -> swap(plots, kept, trap, stop));
    swapper.start();
    try {
      for (int i = 0; i < 300; i++) {
        assertThat(bundle.plots().toString()).doesNotContain("not a readable PNG", "not a PNG");
      }
    } finally {
      stop.set(true);
      swapper.join();
    }
  }

  @Test
  @DisplayName("Fault row 15: a file outside is never shown as a plot")
  void showsOnlyPicturesOfTheBundle() throws IOException {
    replaceByLink("plots/loss.png", outside);

    assertThat(RunBundle.open(folder).plots())
        .singleElement()
        .isInstanceOfSatisfying(LeftOut.class, plot -> assertThat(plot.reason()).contains("link"));
  }

  @Test
  @DisplayName("Fault rows 15, 22 and 23: what is not a PNG is left out, whatever its name")
  void leavesOutWhatIsNotAPng() throws IOException {
    Path plot = folder.resolve("plots/loss.png");
    for (String content :
        new String[] {"<svg onload='x()'/>", "GIF89a", "", "\u0089PNG\r\n\u001a\n"}) {
      Files.write(plot, content.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(RunBundle.open(folder).plots()).singleElement().isInstanceOf(LeftOut.class);
    }
  }

  @Test
  @DisplayName("Fault row 22: a PNG that claims huge dimensions is not decoded")
  void leavesOutHugeDimensions() throws IOException {
    byte[] huge = png(40, 30);
    huge[16] = 0x7f; // The width in the header chunk; the pixels are never allocated.
    huge[20] = 0x7f;
    Files.write(folder.resolve("plots/loss.png"), huge);

    assertThat(RunBundle.open(folder).plots())
        .singleElement()
        .isInstanceOfSatisfying(
            LeftOut.class, plot -> assertThat(plot.reason()).contains("16 million pixels"));
  }

  @Test
  @DisplayName("Fault row 22: what hides behind a picture does not survive")
  void drawsPicturesAnew() throws IOException {
    ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
    polyglot.write(png(40, 30));
    polyglot.write("<script>x()</script>".getBytes(StandardCharsets.US_ASCII));
    Files.write(folder.resolve("plots/loss.png"), polyglot.toByteArray());

    assertThat(RunBundle.open(folder).plots())
        .singleElement()
        .isInstanceOfSatisfying(
            Picture.class,
            plot ->
                assertThat(new String(plot.png(), StandardCharsets.ISO_8859_1))
                    .startsWith("\u0089PNG")
                    .doesNotContain("script"));
  }

  @Test
  void digestsTheArtifactOfTheBundle() {
    assertThat(new ArtifactDigester(1).digest(RunBundle.open(folder).artifact()).files())
        .hasSize(1);
  }

  private void replaceByLink(String path, Path target) throws IOException {
    Files.delete(folder.resolve(path));
    Files.createSymbolicLink(folder.resolve(path), target);
  }

  private static void swap(Path plots, Path kept, Path trap, AtomicBoolean stop) {
    while (!stop.get()) {
      try {
        Files.move(plots, kept);
        Files.createSymbolicLink(plots, trap);
        Files.delete(plots);
        Files.move(kept, plots);
      } catch (FileSystemException e) {
        throw new AssertionError("only this thread moves them", e);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static String text(InputStream in) throws IOException {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
