package dev.countersign.pipeline.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import dev.countersign.modelrefs.evidence.rows.DatasetDigest;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.pipeline.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Makes run bundles. Stateless. */
public final class BundleWriter {
  /** The file whose presence means that the run succeeded. */
  public static final String REPORT = "run-report.json";

  private BundleWriter() {}

  /**
   * Makes the bundle of a pipeline's run.
   *
   * @param folder where nothing is yet
   * @param report the step's report, JSON
   * @return the folder
   * @throws CountersignException {@link ErrorCode#ALREADY_EXISTS} if the folder exists; {@link
   *     ErrorCode#INPUT_INVALID} with every problem of report and predictions; {@link
   *     ErrorCode#ENVIRONMENT_UNAVAILABLE} if the disk does not take it. There is no folder then.
   */
  public static Path write(Path folder, BundleFiles files, Path report, RunFacts facts) {
    return write(folder, files, new ReportMerge(StepReport.read(report), report.toString()), facts);
  }

  /** Makes a bundle from existing files; fails as the other method does. */
  public static Path write(Path folder, BundleRequest request) {
    ObjectNode report = StepReport.readReportOrMetrics(request.metrics());
    ReportMerge merge =
        new ReportMerge(report, request.metrics().toString())
            .withDefaults(request.dataset(), request.artifactFormat());
    RunFacts facts =
        new RunFacts(
            request.model(), request.task(), request.run(), request.code(), Map.of(), List.of());
    return write(folder, request.files(), merge, facts);
  }

  /**
   * Looks before a long run whether its bundle could be written.
   *
   * @throws CountersignException {@link ErrorCode#ALREADY_EXISTS} if there is something at the
   *     place
   */
  public static void refuseExisting(Path folder) {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new CountersignException(
          ErrorCode.ALREADY_EXISTS,
          "\"%s\" exists; a run bundle is only written to a new folder".formatted(folder));
    }
  }

  private static Path write(Path folder, BundleFiles files, ReportMerge merge, RunFacts facts) {
    refuseExisting(folder);
    Path parent = folder.toAbsolutePath().getParent();
    try {
      Files.createDirectories(parent);
      Path partial = Files.createTempDirectory(parent, "." + folder.getFileName() + ".partial-");
      try {
        BundleLayout layout = BundleLayout.copy(files, partial);
        Digest rows =
            rows(
                partial.resolve(layout.predictions().value()),
                files.predictions().toString(),
                facts.task());
        RunReport report = merge.report(facts, layout, rows);
        AtomicFile.write(partial.resolve(REPORT), RunReportCodec.encode(report));
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        FileTree.delete(partial);
      }
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "run bundle \"%s\" cannot be written: %s".formatted(folder, e.getMessage()),
          e);
    }
    return folder;
  }

  private static Digest rows(Path predictions, String what, Task task) throws IOException {
    try (InputStream in = Files.newInputStream(predictions)) {
      return DatasetDigest.of(PredictionsCsv.read(in, what, task));
    }
  }
}
