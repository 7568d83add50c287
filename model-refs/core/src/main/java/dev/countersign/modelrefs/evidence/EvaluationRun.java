package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.EvaluationDataset;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.MetricDelta;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.evaluation.VerdictMetric;
import dev.countersign.modelrefs.evidence.gate.GateRules;
import dev.countersign.modelrefs.evidence.metric.MetricDefinitions;
import dev.countersign.modelrefs.evidence.rows.DatasetDigest;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.run.MetricDefinition;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One evaluation, step by step; used once. */
final class EvaluationRun {
  private final EvaluationRequest request;
  private final Predictions predictions;
  private final List<MetricDefinition> definitions;
  private final List<SliceFamily> families;
  private final String primary;
  private final List<String> obstacles;

  EvaluationRun(EvaluationRequest request) {
    this.request = request;
    this.predictions = request.predictions();
    this.definitions = MetricDefinitions.resolve(predictions, request.claims().definitions());
    this.primary = VerdictMetric.of(request.gates(), names());
    this.families = SliceFamily.of(request.gates(), primary, request.settings().minimumRows());
    this.obstacles =
        request
            .baseline()
            .map(baseline -> Comparability.reasonsAgainst(request, baseline, definitions))
            .orElse(List.of());
  }

  Evaluation evaluation() {
    ClaimCheck claims = new ClaimCheck();
    Digest digest = DatasetDigest.of(predictions);
    claims.dataset(request.claims().dataset().digest(), digest);
    List<Subset> subsets =
        new Subsets(predictions, families, request.settings().minimumRows()).all();
    Estimator estimator =
        new Estimator(predictions, comparable(), request.settings(), subsets.size() - 1);
    List<Estimate> estimates = estimator.estimate(subsets, definitions, slicedDefinitions());
    claims.metrics(request.claims().metrics(), values(estimates));
    claims.end();
    SliceJudgement slices = new SliceJudgement(estimates, families);
    Evaluation ungated =
        new Evaluation(
            predictions.task(),
            dataset(digest),
            estimator.statistics(),
            metrics(estimates),
            request.baseline().map(baseline -> comparison(baseline, estimates, slices)),
            List.of(),
            verdict(estimates, slices));
    return ungated.withGates(GateRules.apply(request.gates(), ungated, margins()));
  }

  private List<String> names() {
    return definitions.stream().map(MetricDefinition::name).toList();
  }

  private Optional<Scores> comparable() {
    return request
        .baseline()
        .filter(baseline -> obstacles.isEmpty())
        .flatMap(baseline -> predictions.baseline(baseline.artifactDigest()));
  }

  private List<MetricDefinition> slicedDefinitions() {
    Set<String> sliced = families.stream().map(SliceFamily::metric).collect(Collectors.toSet());
    sliced.add(primary);
    return definitions.stream().filter(d -> sliced.contains(d.name())).toList();
  }

  private static Map<String, Double> values(List<Estimate> estimates) {
    return estimates.stream()
        .filter(estimate -> estimate.subset().slice().isEmpty())
        .collect(Collectors.toMap(e -> e.metric().name(), e -> e.candidate().value()));
  }

  private EvaluationDataset dataset(Digest digest) {
    return new EvaluationDataset(
        request.claims().dataset().name(),
        digest,
        predictions.rows(),
        request.claims().dataset().split());
  }

  private List<MetricValue> metrics(List<Estimate> estimates) {
    double confidence = request.settings().confidence();
    return Stream.concat(
            estimates.stream().filter(Estimate::defined).map(e -> e.value(confidence)),
            new DeclaredMetrics(request.claims())
                .of(predictions.task(), Set.copyOf(names())).stream())
        .toList();
  }

  private BaselineComparison comparison(
      BaselineEvidence baseline, List<Estimate> estimates, SliceJudgement slices) {
    double confidence = request.settings().confidence();
    List<MetricDelta> deltas =
        estimates.stream()
            .filter(Estimate::paired)
            .map(estimate -> estimate.delta(confidence, slices.adjustedP(estimate)))
            .toList();
    return new BaselineComparison(
        baseline.version(),
        baseline.artifactDigest(),
        obstacles.isEmpty(),
        String.join("; ", obstacles.isEmpty() ? EvaluationWarnings.of(request) : obstacles),
        deltas);
  }

  private Verdict verdict(List<Estimate> estimates, SliceJudgement slices) {
    if (request.baseline().isEmpty()) {
      return Verdict.NO_BASELINE;
    }
    Estimate estimate =
        estimates.stream()
            .filter(e -> e.subset().slice().isEmpty() && e.metric().name().equals(primary))
            .findFirst()
            .orElseThrow();
    return new VerdictRule(
            estimate,
            request.claims().repeats().getOrDefault(primary, List.of()),
            nonInferiorityMargin(),
            slices.anyWorse(request.settings().alpha()),
            request.settings().confidence())
        .verdict();
  }

  private OptionalDouble nonInferiorityMargin() {
    return request.gates().stream()
        .filter(gate -> gate.kind() == GateKind.NON_INFERIOR && gate.metric().equals(primary))
        .mapToDouble(GateSpec::bound)
        .findFirst();
  }

  private Map<String, Double> margins() {
    return families.stream().collect(Collectors.toMap(SliceFamily::metric, SliceFamily::margin));
  }
}
