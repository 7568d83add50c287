package dev.countersign.bot.propose;

import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.StatisticsConfig;
import dev.countersign.bot.review.schema.SchemaDifference;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evidence.EvaluationRequest;
import dev.countersign.modelrefs.evidence.Evaluator;
import dev.countersign.modelrefs.evidence.RunClaims;
import dev.countersign.modelrefs.evidence.bootstrap.BootstrapSettings;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.store.EvidenceStore;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Arrays;
import java.util.Optional;

/** Turns a run into a candidate for one environment: judges it there by its evidence. */
public final class CandidateEvaluator {
  private final ArtifactUri storeRoot;
  private final BaselineEvidenceReader baselines;
  private final StatisticsConfig statistics;

  /**
   * @param storeRoot root folder of the store that the candidate will lie in
   * @param store where the baselines' evidence is kept
   */
  public CandidateEvaluator(
      ArtifactUri storeRoot, EvidenceStore store, StatisticsConfig statistics) {
    this.storeRoot = storeRoot;
    this.baselines = new BaselineEvidenceReader(store);
    this.statistics = statistics;
  }

  /**
   * The candidate.
   *
   * @param baseline the reference that is live in the environment
   * @param options what is asked for, and by whom
   * @throws dev.countersign.modelrefs.error.CountersignException {@code EVIDENCE_CONTRADICTED} if
   *     the run claims what its predictions do not give
   */
  public Candidate evaluate(
      RunFacts run,
      EnvironmentConfig environment,
      Optional<ModelReference> baseline,
      Proposer.Options options) {
    RunReport report = run.report();
    Optional<BaselineEvidenceReader.Baseline> live =
        baseline.map(reference -> baselines.of(reference, report));
    Evaluation evaluation =
        Evaluator.evaluate(
            new EvaluationRequest(
                run.predictions(),
                RunClaims.of(report),
                run.trainingRows(),
                live.map(BaselineEvidenceReader.Baseline::evidence),
                environment.gates(),
                settings()));
    return new Candidate(
        new ModelEnvironment(report.model(), environment.name()),
        report.bump(),
        Artifact.addressed(storeRoot, run.manifest(), report.artifactFormat()),
        evaluation,
        provenance(run, options),
        run.inputSchema(),
        options.changeRequest(),
        live.flatMap(BaselineEvidenceReader.Baseline::inputSchema)
            .flatMap(
                before -> run.bundle().inputSchema().flatMap(after -> difference(before, after))));
  }

  private static Optional<SchemaDifference> difference(byte[] live, byte[] candidate) {
    return Arrays.equals(live, candidate)
        ? Optional.empty()
        : SchemaDifference.between(live, candidate);
  }

  private Provenance provenance(RunFacts run, Proposer.Options options) {
    RunReport report = run.report();
    Provenance reported =
        new Provenance(
            Optional.of(Provenance.ReportLocation.addressed(storeRoot, run.evidence().manifest())),
            report.run(),
            report.code(),
            report.data(),
            report.parameters(),
            report.runtime());
    return PeopleBehind.of(report.run().launchedBy(), options.proposing()).in(reported);
  }

  private BootstrapSettings settings() {
    BootstrapSettings fallback = BootstrapSettings.DEFAULT;
    return new BootstrapSettings(
        statistics.resamples(),
        statistics.seed(),
        statistics.confidence(),
        fallback.exactRows(),
        fallback.groups(),
        fallback.minimumRows());
  }
}
