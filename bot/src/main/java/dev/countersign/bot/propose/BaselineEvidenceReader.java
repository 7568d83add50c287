package dev.countersign.bot.propose;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.evidence.BaselineEvidence;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.UnloadableBaseline;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import dev.countersign.modelrefs.store.EvidenceStore;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Gets back, verified, what the baseline's own run left: its metric definitions, its training rows.
 */
final class BaselineEvidenceReader {
  private final EvidenceStore store;

  BaselineEvidenceReader(EvidenceStore store) {
    this.store = store;
  }

  /**
   * The baseline as the evaluation needs it.
   *
   * @param candidate its report says which baselines the run could not load
   * @throws CountersignException if the evidence is there but cannot be read now
   */
  Baseline of(ModelReference baseline, RunReport candidate) {
    Optional<String> unloadable =
        candidate.unloadableBaselines().stream()
            .filter(each -> each.artifactDigest().equals(baseline.artifact().digest()))
            .map(UnloadableBaseline::reason)
            .findFirst();
    Optional<Recorded> recorded = baseline.provenance().report().flatMap(this::fetch);
    return new Baseline(
        new BaselineEvidence(
            baseline.version(),
            baseline.artifact().digest(),
            recorded.map(Recorded::definitions).orElse(List.of()),
            recorded.flatMap(Recorded::trainingRows),
            unloadable),
        recorded
            .flatMap(Recorded::inputSchema)
            .filter(
                schema -> baseline.inputSchema().filter(Digest.of(schema)::equals).isPresent()));
  }

  /**
   * A baseline.
   *
   * @param inputSchema the bytes whose digest its reference names; empty if they are not kept
   */
  record Baseline(BaselineEvidence evidence, Optional<byte[]> inputSchema) {}

  private record Recorded(
      List<MetricDefinition> definitions,
      Optional<TrainingRows> trainingRows,
      Optional<byte[]> inputSchema) {}

  /**
   * Empty if the evidence is gone or damaged: then nothing is known of it, which the evaluation
   * says. A store that is away says nothing about the evidence, and must not become a verdict.
   */
  private Optional<Recorded> fetch(Provenance.ReportLocation location) {
    Path folder = temporaryFolder();
    try {
      Path target = folder.resolve("run");
      store.fetchRun(location, target);
      RunBundle bundle = RunBundle.open(target);
      return Optional.of(
          new Recorded(
              bundle.report().definitions(),
              RunFacts.trainingRows(bundle),
              bundle.keptInputSchema()));
    } catch (CountersignException e) {
      return switch (e.code().exit()) {
        case VERIFICATION_FAILED, INVALID -> Optional.empty();
        default -> throw e;
      };
    } finally {
      delete(folder);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("countersign-baseline");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
