package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evidence.metric.MetricCatalogue;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether candidate and baseline can be compared: both predicted the same rows, metrics mean the
 * same, and no evaluation row was trained on. What cannot be ruled out counts as a reason against.
 */
final class Comparability {
  private final Predictions predictions;
  private final List<MetricDefinition> definitions;
  private final List<String> reasons = new ArrayList<>();

  private Comparability(Predictions predictions, List<MetricDefinition> definitions) {
    this.predictions = predictions;
    this.definitions = definitions;
  }

  /** Every reason against a comparison; none means comparable. */
  static List<String> reasonsAgainst(
      EvaluationRequest request, BaselineEvidence baseline, List<MetricDefinition> definitions) {
    Comparability check = new Comparability(request.predictions(), definitions);
    check.predictions(baseline);
    check.definitions(baseline);
    check.trainingRows("candidate", request.trainingRows());
    check.trainingRows("baseline", baseline.trainingRows());
    return List.copyOf(check.reasons);
  }

  private void predictions(BaselineEvidence baseline) {
    if (baseline.unloadable().isPresent()) {
      reasons.add("the run could not load the baseline: " + baseline.unloadable().get());
    } else if (predictions.baseline(baseline.artifactDigest()).isEmpty()) {
      reasons.add(
          "the predictions hold no column for the baseline \"%s\""
              .formatted(baseline.artifactDigest()));
    }
  }

  private void definitions(BaselineEvidence baseline) {
    for (MetricDefinition theirs : baseline.definitions()) {
      definitions.stream()
          .filter(ours -> ours.name().equals(theirs.name()))
          .filter(ours -> !sameMeaning(ours, theirs))
          .forEach(ours -> reasons.add(differs(ours, theirs)));
    }
  }

  private boolean sameMeaning(MetricDefinition ours, MetricDefinition theirs) {
    return ours.direction() == theirs.direction()
        && agrees(ours.averaging(), theirs.averaging(), "macro")
        && threshold(ours) == threshold(theirs)
        && (theirs.positiveClass().isEmpty()
            || ours.positiveClass().equals(theirs.positiveClass()));
  }

  private static boolean agrees(Optional<String> ours, Optional<String> theirs, String silent) {
    return ours.isEmpty() || ours.get().equals(theirs.orElse(silent));
  }

  private static double threshold(MetricDefinition definition) {
    return definition.threshold().orElse(MetricCatalogue.DEFAULT_THRESHOLD);
  }

  private static String differs(MetricDefinition ours, MetricDefinition theirs) {
    return "%s is defined differently: %s, the baseline's %s"
        .formatted(ours.name(), described(ours), described(theirs));
  }

  private static String described(MetricDefinition definition) {
    List<String> parts = new ArrayList<>();
    definition.averaging().ifPresent(average -> parts.add("averaging " + average));
    definition.threshold().ifPresent(threshold -> parts.add("threshold " + threshold));
    definition.positiveClass().ifPresent(label -> parts.add("positive class \"" + label + "\""));
    return parts.isEmpty() ? "by default" : String.join(", ", parts);
  }

  private void trainingRows(String whose, Optional<TrainingRows> rows) {
    if (rows.isEmpty()) {
      reasons.add(
          "the training rows of the %s are not recorded, so overlap cannot be ruled out"
              .formatted(whose));
      return;
    }
    int overlap = rows.get().overlap(predictions.keys());
    if (overlap > 0) {
      reasons.add(
          "%d of %d evaluation rows are among the training rows of the %s"
              .formatted(overlap, predictions.rows(), whose));
    }
  }
}
