package dev.countersign.bot.config;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evidence.metric.MetricCatalogue;
import dev.countersign.modelrefs.json.Suggestion;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gates that no run can pass, since they compare a metric that Countersign does not compute; mostly
 * a slip of the pen.
 */
public final class UnknownMetrics {
  private UnknownMetrics() {}

  /** A sentence for each such gate, in the order of the file. */
  public static List<String> of(BotConfig config) {
    return config.models().stream()
        .flatMap(
            model ->
                model.environments().stream()
                    .flatMap(
                        environment ->
                            of("%s/%s".formatted(model.name(), environment.name()), environment)))
        .toList();
  }

  private static Stream<String> of(String line, EnvironmentConfig environment) {
    return environment.gates().stream()
        .filter(gate -> gate.kind().isComparison() || gate.kind() == GateKind.SLICES)
        .map(GateSpec::metric)
        .distinct()
        .filter(metric -> MetricCatalogue.direction(metric).isEmpty())
        .map(
            metric ->
                "a gate of \"%s\" compares \"%s\", which is not computed, and will always need a person%s"
                    .formatted(line, metric, Suggestion.of(metric, MetricCatalogue.names())));
  }
}
