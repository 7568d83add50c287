package dev.countersign.bot.propose;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.evidence.csv.PredictionsCsv;
import dev.countersign.modelrefs.evidence.csv.TrainingRowsCsv;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import dev.countersign.modelrefs.reference.ReferenceRules;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import dev.countersign.modelrefs.run.bundle.RunEvidence;
import dev.countersign.modelrefs.run.bundle.RunPlot;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.ReceivedArtifact;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run bundle as read and hashed, once for all environments. Its artifact, which may be large, is
 * still being read while the evidence is judged; closing gives up what was not kept of it.
 *
 * @param artifact the candidate's
 * @param plots pictures that the run brought, or why one is not shown
 * @param trainingRows empty if the run does not name them
 */
public record RunFacts(
    RunBundle bundle,
    ReceivedArtifact artifact,
    List<RunPlot> plots,
    RunEvidence evidence,
    Predictions predictions,
    Optional<TrainingRows> trainingRows)
    implements AutoCloseable {

  /**
   * Reads everything of a bundle that the bot needs.
   *
   * @param store receives the artifact
   * @param now a run from the future is refused
   * @throws dev.countersign.modelrefs.error.CountersignException {@code INPUT_INVALID} with every
   *     problem of the file at fault, {@code PATH_REFUSED}, {@code NOT_FOUND}
   */
  public static RunFacts of(RunBundle bundle, ArtifactStore store, Instant now) {
    ReferenceRules.refuseFromTheFuture(bundle.report().run(), now);
    ReceivedArtifact artifact = new BackgroundReceipt(store, bundle.artifact());
    try {
      List<RunPlot> plots = bundle.plots();
      return new RunFacts(
          bundle,
          artifact,
          plots,
          bundle.evidence(plots),
          predictions(bundle),
          trainingRows(bundle));
    } catch (RuntimeException e) {
      artifact.close();
      throw e;
    }
  }

  /**
   * The manifest of the candidate's artifact; waits until all of it is read.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException as {@link ArtifactStore#receive}
   */
  public ArtifactManifest manifest() {
    return artifact.manifest();
  }

  @Override
  public void close() {
    artifact.close();
  }

  /** The run's report. */
  public RunReport report() {
    return bundle.report();
  }

  /** The digest of the serving input schema, if the run brought one. */
  public Optional<Digest> inputSchema() {
    return bundle.inputSchema().map(Digest::of);
  }

  private static Predictions predictions(RunBundle bundle) {
    RunReport report = bundle.report();
    try (InputStream in = bundle.predictions()) {
      return PredictionsCsv.read(in, report.predictions().value(), report.task());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The training rows of a bundle, also of one that was fetched as evidence. */
  static Optional<TrainingRows> trainingRows(RunBundle bundle) {
    if (bundle.report().trainingRows().isEmpty()) {
      return Optional.empty();
    }
    String name = bundle.report().trainingRows().get().value();
    try (InputStream in = bundle.trainingRows().orElseThrow()) {
      return Optional.of(TrainingRowsCsv.read(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
