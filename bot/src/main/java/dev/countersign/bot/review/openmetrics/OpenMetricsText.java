package dev.countersign.bot.review.openmetrics;

import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes OpenMetrics 1.0 text: one gauge per metric, one sample over all rows and one per slice.
 * Neither version nor digest is a label, else no sample of a candidate would meet its counterpart.
 *
 * <p>GitLab does not read labels by the standard: it splits a line as a shell would and cuts it at
 * {@code #}. So label values keep only signs that mean the same to both.
 *
 * @see <a href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics</a>
 * @see <a href="https://docs.gitlab.com/ci/testing/metrics_reports/">Metrics reports</a>
 */
public final class OpenMetricsText {
  private OpenMetricsText() {}

  /** The text; only the end mark if the reference has no evaluation. */
  public static String of(ModelReference reference) {
    Map<String, List<String>> families = new LinkedHashMap<>();
    reference.evaluation().stream()
        .flatMap(evaluation -> evaluation.metrics().stream())
        .forEach(metric -> add(families, reference.line(), metric));
    StringBuilder text = new StringBuilder();
    families.forEach(
        (family, samples) -> {
          text.append("# TYPE ").append(family).append(" gauge\n");
          samples.forEach(sample -> text.append(sample).append('\n'));
        });
    return text.append("# EOF\n").toString();
  }

  private static void add(
      Map<String, List<String>> families, ModelEnvironment line, MetricValue metric) {
    String series = series(line, metric);
    List<String> samples = families.computeIfAbsent(family(metric.name()), n -> new ArrayList<>());
    if (samples.stream().noneMatch(sample -> sample.startsWith(series + " "))) {
      samples.add(series + " " + number(metric.value()));
    }
  }

  /** The metric's own name is a label too, so names that become one family stay apart. */
  private static String series(ModelEnvironment line, MetricValue metric) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("model", line.model().toString());
    labels.put("environment", line.environment().toString());
    labels.put("metric", metric.name());
    metric.slice().map(SliceName::toString).ifPresent(slice -> labels.put("slice", slice));
    labels.put("evidence", metric.evidence().name().toLowerCase(Locale.ROOT));
    List<String> pairs = new ArrayList<>();
    labels.forEach((name, value) -> pairs.add(name + "=\"" + label(value) + "\""));
    return family(metric.name()) + "{" + String.join(",", pairs) + "}";
  }

  private static String family(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    return "model_" + plain;
  }

  private static String label(String value) {
    return value.replaceAll("[^A-Za-z0-9_.,:;/+<>= -]", "_");
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
