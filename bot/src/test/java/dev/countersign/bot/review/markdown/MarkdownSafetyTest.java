package dev.countersign.bot.review.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.review.HostileReviews;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.bot.review.SectionKind;
import dev.countersign.bot.text.LinkPolicy;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole bodies with hostile or endless texts in them. */
class MarkdownSafetyTest {
  /**
   * Without mail addresses, whose host part may be any character here, but only ASCII in GFM 6.9.
   */
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build());

  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(EXTENSIONS).build();
  private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]*)");
  private static final List<String> TAGS =
      List.of(
          "p",
          "strong",
          "code",
          "pre",
          "ul",
          "li",
          "h3",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "blockquote",
          "img",
          "details",
          "summary");

  private final MarkdownRenderer renderer = new MarkdownRenderer(LinkPolicy.NONE);

  @DisplayName("I8, fault rows 24 to 26: hostile texts in every place do nothing")
  @Test
  void hostileTextsDoNothing() {
    MarkdownRenderer unlimited = new MarkdownRenderer(LinkPolicy.NONE, 10_000_000);
    HostileReviews.samples()
        .map(input -> unlimited.render(Review.of(input)))
        .flatMap(String::lines)
        .forEach(
            line ->
                assertThat(line.replaceAll("</?(details|summary)>", ""))
                    .doesNotStartWith("/")
                    .doesNotContain("<", "\r", "\u0085", "\u2028"));
  }

  @DisplayName(
      "I8: a Markdown parser finds no link, picture, emphasis or heading of a hostile text")
  @Test
  void hostileTextsFormatNothing() {
    MarkdownRenderer unlimited = new MarkdownRenderer(LinkPolicy.NONE, 10_000_000);
    HostileReviews.samples()
        .map(input -> unlimited.render(Review.of(input)))
        .forEach(
            body -> {
              String html = HTML.render(PARSER.parse(body));
              assertThat(TAG.matcher(html).results().map(tag -> tag.group(1)).distinct().toList())
                  .isSubsetOf(TAGS);
              assertThat(html.split("<img ", -1)).as("two pictures").hasSize(3);
              assertThat(html.split("<h3>", -1)).hasSizeLessThanOrEqualTo(11);
            });
  }

  @DisplayName("Fault row 26: every row of a table keeps its number of cells")
  @Test
  void tablesKeepTheirShape() {
    HostileReviews.samples()
        .map(input -> renderer.render(Review.of(input)))
        .forEach(MarkdownSafetyTest::assertTables);
  }

  private static void assertTables(String body) {
    long columns = 0;
    for (String line : body.split("\n", -1)) {
      long pipes = line.startsWith("|") ? line.chars().filter(c -> c == '|').count() : 0;
      assertThat(pipes).as(line).isIn(0L, columns == 0 ? pipes : columns);
      columns = pipes;
    }
  }

  @DisplayName("Fault row 22: a body without end is cut by whole sections and says so")
  @ParameterizedTest
  @ValueSource(strings = {"metric", "@", "|||||", "`"})
  void staysBelowTheLimit(String text) {
    Review review = Review.of(HostileReviews.huge(text.repeat(20)));
    String body = renderer.render(review);
    assertThat(body)
        .hasSizeLessThanOrEqualTo(MarkdownRenderer.MOST_CHARACTERS)
        .contains("Left out, because there is no room for it here: ")
        .contains("all metrics");
    assertThat(body.lines().filter(line -> line.startsWith("<details>")))
        .hasSameSizeAs(body.lines().filter(line -> line.equals("</details>")).toList());
  }

  @Test
  void dropsTheLeastImportantSectionFirst() {
    Review review = Review.of(ReviewInputs.better());
    int whole = renderer.render(review).length();
    String body = new MarkdownRenderer(LinkPolicy.NONE, whole - 1).render(review);
    assertThat(body)
        .doesNotContain("<summary>All metrics</summary>")
        .contains("<summary>Parameters</summary>", "no room for it here: all metrics.")
        .contains("countersign preview runs/42");
  }

  @Test
  void keepsTheVerdictWhateverTheLimit() {
    String body = new MarkdownRenderer(LinkPolicy.NONE, 10).render(Review.of(ReviewInputs.mixed()));
    assertThat(body).startsWith("**◆&nbsp;Mixed**").contains("**✖&nbsp;Blocked**");
    assertThat(List.of(SectionKind.values()))
        .filteredOn(kind -> kind != SectionKind.VERDICT)
        .noneMatch(kind -> body.contains("### " + kind.heading()));
  }
}
