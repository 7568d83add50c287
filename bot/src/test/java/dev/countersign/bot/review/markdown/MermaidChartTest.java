package dev.countersign.bot.review.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.review.Block;
import dev.countersign.bot.review.Past;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.bot.review.VersionPoint;
import dev.countersign.bot.text.HostileText;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MermaidChartTest {
  private static final String LABEL = "\"[\\p{L}\\p{N} .,()/+_-]{0,60}\"";
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "```mermaid\n---\n[a-zA-Z0-9:\"# \n]*---\nxychart-beta\n    title "
              + LABEL
              + "\n    x-axis \\[("
              + LABEL
              + "(, )?)+]\n    y-axis 0 --> [0-9.]+\n    bar \\[([0-9.]+(, )?)+]\n```\n");

  @Test
  void drawsTheLiveModelAndTheCandidate_beforeThePictures() {
    String body = body(ReviewInputs.better());

    assertThat(body)
        .contains("x-axis [\"1.0.0 (live)\", \"1.1.0 (this)\"]", "bar [1495, 543.2]")
        .contains("title \"rmse (USD), lower is better\"");
    assertThat(body.indexOf("```mermaid")).isLessThan(body.indexOf("!["));
  }

  @Test
  void drawsEarlierVersions_theOldestFirst() {
    VersionPoint first = new VersionPoint(ModelVersion.parse("0.9.0"), 2001.25);
    VersionPoint live = new VersionPoint(ModelVersion.parse("1.0.0"), 1494.6);
    ReviewInput input =
        ReviewInputs.with(ReviewInputs.better(), new Past(List.of(), List.of(first, live)));

    assertThat(body(input))
        .contains("x-axis [\"0.9.0\", \"1.0.0 (live)\", \"1.1.0 (this)\"]")
        .contains("bar [2001, 1495, 543.2]");
  }

  @Test
  void drawsNothing_whereBarsWouldShowNothing() {
    assertThat(body(ReviewInputs.first())).as("one model alone").doesNotContain("mermaid");
    assertThat(body(ReviewInputs.mixed())).as("3 % better").doesNotContain("mermaid");
    assertThat(body(ReviewInputs.rollback())).as("not judged again").doesNotContain("mermaid");
  }

  @Test
  @DisplayName("Fault row 27: no label closes its quote, and none is a directive, link or comment")
  void labelsDoNothing() {
    HostileText.samples()
        .forEach(
            text -> {
              Block.Bar bar = new Block.Bar(text, 1);
              String chart = MermaidChart.of(new Block.Chart(text, text, List.of(bar, bar)));
              assertThat(chart).matches(GRAMMAR).doesNotContain("%%", "://");
              assertThat(chart.lines().map(String::strip))
                  .as("no statement of the text's own")
                  .noneMatch(line -> line.startsWith("click "));
            });
  }

  @Test
  @DisplayName("Fault row 27: what Mermaid acts on becomes an underscore")
  void labelsLoseWhatMermaidActsOn() {
    String hostile = "x\"]\n%%{init: {}}%%\nclick a \"javascript:alert(1)\" #quot; <b>";
    Block.Chart chart = new Block.Chart(hostile, "n", List.of(new Block.Bar(hostile, 1)));

    assertThat(MermaidChart.of(chart))
        .matches(GRAMMAR)
        .doesNotContain("javascript:", "init:", "#quot", "<b>");
  }

  @Test
  void drawsTheNewestOfManyBars() {
    List<Block.Bar> bars = IntStream.range(0, 50).mapToObj(i -> new Block.Bar("v" + i, i)).toList();

    assertThat(MermaidChart.of(new Block.Chart("t", "Version", bars)))
        .contains("[\"v30\", ", "\"v49\"]")
        .doesNotContain("\"v29\"")
        .hasSizeLessThan(2_000);
  }

  private static String body(ReviewInput input) {
    return new MarkdownRenderer(LinkPolicy.NONE).render(Review.of(input));
  }
}
