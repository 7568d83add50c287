package dev.countersign.bot.review.openmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.review.References;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.modelrefs.evaluation.Direction;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.Evidence;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.SliceName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenMetricsTextTest {
  /** The grammar of OpenMetrics 1.0, section "ABNF", as far as gauges without timestamps go. */
  private static final Pattern TYPE = Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) gauge");

  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)"
              + "(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\"\\\\n])*\""
              + "(?:,[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\"\\\\n])*\")*})"
              + " [-+]?[0-9]+(?:\\.[0-9]+)?");

  @Test
  void writesOneGaugePerMetric_andOneSamplePerSlice() {
    String text = of(metric("rmse", "", 543.25), metric("rmse", "carat 1.0-1.5", 610), declared());

    assertThat(text)
        .isEqualTo(
            """
            # TYPE model_rmse gauge
            model_rmse{model="diamonds-price",environment="production",metric="rmse",evidence="verified"} 543.25
            model_rmse{model="diamonds-price",environment="production",metric="rmse",slice="carat 1.0-1.5",evidence="verified"} 610
            # TYPE model_cv_rmse gauge
            model_cv_rmse{model="diamonds-price",environment="production",metric="cv_rmse",evidence="declared"} 0.00001
            # EOF
            """);
    assertGrammar(text);
  }

  @Test
  void writesOnlyTheEnd_withoutAnEvaluation() {
    assertThat(OpenMetricsText.of(References.adopted("1.0.0"))).isEqualTo("# EOF\n");
  }

  @Test
  @DisplayName("I8, fault row 31: names of a run break neither the standard's grammar nor GitLab's")
  void hostileNamesStayNames() {
    String text =
        of(
            metric("rm\"se\n# EOF", "col a\"b", 1),
            metric("1st %", "col it's {x}=\"y\" # gone\\", 2),
            metric("ünï", "col \u202e\u0000", 3));

    assertGrammar(text);
    assertThat(text.lines().filter(line -> !line.startsWith("#")))
        .hasSize(3)
        .allSatisfy(line -> assertThat(asGitLabReads(line)).hasSize(2));
  }

  @Test
  void metricsWhoseNamesBecomeOneFamily_stayApart() {
    String text = of(metric("f1 macro", "", 0.5), metric("f1-macro", "", 0.75));

    assertGrammar(text);
    assertThat(text).containsOnlyOnce("# TYPE model_f1_macro gauge").contains(" 0.5\n", " 0.75\n");
  }

  @Test
  @DisplayName("Fault row 19: numbers are written the same in every locale")
  void writesNumbersInNoLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      assertThat(of(metric("rmse", "", -1234567.5))).contains(" -1234567.5\n");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertGrammar(String text) {
    assertThat(text).endsWith("# EOF\n");
    List<String> lines = text.lines().toList();
    Set<String> families = new HashSet<>();
    Set<String> series = new HashSet<>();
    String family = "";
    for (String line : lines.subList(0, lines.size() - 1)) {
      Matcher type = TYPE.matcher(line);
      if (type.matches()) {
        family = type.group(1);
        assertThat(families.add(family)).as("family %s once", family).isTrue();
      } else {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(sample.group(1)).isEqualTo(family);
        assertThat(series.add(sample.group(1) + sample.group(2))).as("series once").isTrue();
      }
    }
  }

  /** GitLab: cut at the first number sign, then split as a shell does; a stray quote fails it. */
  private static List<String> asGitLabReads(String line) {
    String cut = line.replaceAll("#.*$", "");
    assertThat(cut).doesNotContain("'").doesNotContain("\\");
    assertThat(cut.chars().filter(c -> c == '"').count()).isEven();
    return List.of(cut.replaceAll("\"([^\"]*)\"", "x").split("\\s+"));
  }

  private static MetricValue metric(String name, String slice, double value) {
    return new MetricValue(
        name,
        Evidence.VERIFIED,
        slice.isEmpty() ? Optional.empty() : Optional.of(SliceName.parse(slice)),
        OptionalLong.empty(),
        value,
        Optional.empty(),
        Direction.LOWER,
        "");
  }

  private static MetricValue declared() {
    return new MetricValue(
        "cv_rmse",
        Evidence.DECLARED,
        Optional.empty(),
        OptionalLong.empty(),
        0.00001,
        Optional.empty(),
        Direction.LOWER,
        "");
  }

  private static String of(MetricValue... metrics) {
    Evaluation some = ReviewInputs.better().candidate().evaluation().orElseThrow();
    Evaluation evaluation =
        new Evaluation(
            some.task(),
            some.dataset(),
            some.statistics(),
            List.of(metrics),
            some.baseline(),
            some.gates(),
            some.verdict());
    return OpenMetricsText.of(References.trained("1.1.0", 2, evaluation));
  }
}
