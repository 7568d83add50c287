package dev.countersign.bot.review.markdown;

import dev.countersign.bot.review.Block;
import dev.countersign.bot.text.MermaidText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;

/**
 * Bars as Mermaid's {@code xychart-beta}, which forges draw themselves: GitHub, and GitLab from
 * 16.7 on; where it is not drawn, its source still says the numbers.
 */
final class MermaidChart {
  private static final int MOST_BARS = 20;
  private static final MathContext DIGITS = new MathContext(4);

  private MermaidChart() {}

  /** A fenced block; the newest bars, from 0 on. */
  static String of(Block.Chart chart) {
    var bars =
        chart.bars().subList(Math.max(0, chart.bars().size() - MOST_BARS), chart.bars().size());
    double top = bars.stream().mapToDouble(Block.Bar::value).max().orElse(0);
    return """
        ```mermaid
        ---
        config:
          xyChart:
            height: 260
          themeVariables:
            xyChart:
              plotColorPalette: "#0072b2"
        ---
        xychart-beta
            title "%s"
            x-axis [%s]
            y-axis 0 --> %s
            bar [%s]
        ```
        """
        .formatted(
            MermaidText.label(chart.title()),
            bars.stream()
                .map(bar -> '"' + MermaidText.label(bar.name()) + '"')
                .collect(Collectors.joining(", ")),
            number(top * 1.1),
            bars.stream().map(bar -> number(bar.value())).collect(Collectors.joining(", ")));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
