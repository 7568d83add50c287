package dev.countersign.modelrefs.run.bundle;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.artifact.digest.HashingProgress;
import dev.countersign.modelrefs.artifact.digest.SourceTree;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.run.Plot;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run bundle on this machine (format: {@code docs/run-bundle.md}). Its files are opened when they
 * are asked for, so a bundle fetched as evidence, without artifact and plots, opens too.
 */
public final class RunBundle {
  /** The file whose presence says that the run succeeded. */
  public static final ArtifactPath REPORT = new ArtifactPath("run-report.json");

  private static final int MOST_PLOTS = 24;

  private final ContainedFolder folder;
  private final RunReport report;

  private RunBundle(ContainedFolder folder, RunReport report) {
    this.folder = folder;
    this.report = report;
  }

  /**
   * Opens a bundle and reads its report.
   *
   * @throws CountersignException {@link ErrorCode#NOT_FOUND} if the folder or the report is not
   *     there, that is, if the run did not finish; {@link ErrorCode#INPUT_INVALID} with every
   *     problem of the report; {@link ErrorCode#PATH_REFUSED}
   */
  public static RunBundle open(Path directory) {
    ContainedFolder folder = folder(directory);
    byte[] report = read(folder, REPORT, StrictJson.MAX_BYTES);
    String what = directory.resolve(REPORT.value()).toString();
    return new RunBundle(folder, RunReportCodec.decode(report, what));
  }

  private static ContainedFolder folder(Path directory) {
    ContainedFolder folder;
    try {
      folder = new ContainedFolder(directory);
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "the run bundle \"%s\" cannot be opened: %s".formatted(directory, IoReason.of(e)),
          e);
    }
    if (!folder.has(REPORT)) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "\"%s\" has no \"%s\": the run has not finished, or failed".formatted(directory, REPORT));
    }
    return folder;
  }

  /** What the run says about itself. */
  public RunReport report() {
    return report;
  }

  /**
   * The candidate's artifact, a folder or a single file, for {@link ArtifactDigester} and stores.
   */
  public Path artifact() {
    folder.refuseSecondNames(report.artifact());
    return folder.resolve(report.artifact());
  }

  /** The predictions as they lie there, compressed or not; the caller closes them. */
  public InputStream predictions() {
    return folder.open(report.predictions());
  }

  /** The row keys of the training set as they lie there; the caller closes them. */
  public Optional<InputStream> trainingRows() {
    return report.trainingRows().map(folder::open);
  }

  /** The description of the serving input, at most 1 MiB. */
  public Optional<byte[]> inputSchema() {
    return report.inputSchema().map(path -> read(folder, path, StrictJson.MAX_BYTES));
  }

  /** As {@link #inputSchema}; empty also where a bundle fetched as evidence lacks it. */
  public Optional<byte[]> keptInputSchema() {
    return report.inputSchema().filter(folder::has).isPresent() ? inputSchema() : Optional.empty();
  }

  /**
   * The pictures the run made, in its order: each one safe to show, or the reason why not. No more
   * than {@value #MOST_PLOTS} are looked at.
   */
  public List<RunPlot> plots() {
    List<RunPlot> plots = new ArrayList<>();
    for (Plot plot : report.plots()) {
      plots.add(
          plots.size() < MOST_PLOTS
              ? RunPlotReader.read(plot, () -> folder.open(plot.path()))
              : new RunPlot.LeftOut(plot, "only the first " + MOST_PLOTS + " are looked at"));
    }
    return List.copyOf(plots);
  }

  /**
   * What is kept beside the artifact, so that the evaluation can be computed again and the review
   * can be shown again.
   *
   * @param plots as {@link #plots} returns them; those that are left out are not kept
   */
  public RunEvidence evidence(List<RunPlot> plots) {
    Map<ArtifactPath, Path> files = new LinkedHashMap<>();
    Stream.of(
            Stream.of(REPORT, report.predictions()),
            report.trainingRows().stream(),
            report.inputSchema().stream(),
            plots.stream().filter(RunPlot.Picture.class::isInstance).map(RunPlot::path))
        .flatMap(paths -> paths)
        .forEach(path -> files.put(path, folder.resolve(path)));
    SourceTree tree = SourceTree.of(files);
    return new RunEvidence(
        new ArtifactManifest(
            ArtifactDigester.ofProcessors().entries(tree.files(), HashingProgress.NONE)),
        files);
  }

  private static byte[] read(ContainedFolder folder, ArtifactPath path, int limit) {
    try (InputStream in = folder.open(path)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new CountersignException(
            ErrorCode.INPUT_INVALID,
            "\"%s\" in the run bundle is larger than %d bytes".formatted(path, limit));
      }
      return bytes;
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" in the run bundle cannot be read: %s".formatted(path, IoReason.of(e)),
          e);
    }
  }
}
