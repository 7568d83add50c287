package dev.countersign.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTextTest {
  static Stream<String> hostile() {
    return HostileText.samples();
  }

  @DisplayName("Fault row 24: no line starts with a quick action")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("hostile")
  void startsNoLineWithASlash(String text) {
    assertThat(MarkdownText.inline(text)).doesNotContainPattern("[\\r\\n\\u0085\\u2028\\u2029]");
    assertThat(List.of(MarkdownText.inline(text), MarkdownText.cell(text), MarkdownText.code(text)))
        .allSatisfy(out -> assertThat(out).doesNotStartWith("/"));
    assertThat(MarkdownText.codeBlock(List.of(text)).lines())
        .noneMatch(line -> line.startsWith("/"));
  }

  @DisplayName("Fault row 25: mentions, references and closing keywords are broken")
  @ParameterizedTest
  @CsvSource({
    "@all, @&#8203;all",
    "@org/team, @&#8203;org/team",
    "Fixes #1, Fixes #&#8203;1",
    "see !3, see !&#8203;3",
    "GH-1, GH-&#8203;1",
    "~bug, \\~&#8203;bug",
    "a@b.example, a@&#8203;b.example",
    "closes https://h/i/1, closes https:&#8203;//h/i/1",
    "WWW.evil.example, WWW&#8203;.evil.example",
    "deadbeef, dead&#8203;beef",
    ":tada:, :&#8203;tada:"
  })
  void breaksReferences(String hostile, String encoded) {
    assertThat(MarkdownText.inline(hostile)).isEqualTo(encoded);
  }

  @DisplayName("Fault row 24: no text starts a list, heading, rule or underline")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("hostile")
  void startsNoBlock(String text) {
    assertThat(MarkdownText.inline(text))
        .doesNotContainPattern("^([-+*](\\s|$)|[0-9]{1,9}[.)](\\s|$)|#{1,6}(\\s|$)|=|---|>)");
  }

  @DisplayName("Fault row 25: no reference survives in any mixture")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("hostile")
  void keepsNoReference(String text) {
    assertThat(decoded(MarkdownText.inline(text)))
        .doesNotContainPattern("[@#!~%&^$][\\p{L}\\p{N}_]")
        .doesNotContainPattern("GH-[0-9]")
        .doesNotContainPattern("://")
        .doesNotContainPattern("(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])")
        .doesNotContainPattern(":[a-z]+:");
  }

  @DisplayName("Fault row 26: no mixture leaves its cell, opens HTML or forges a marker")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("hostile")
  void staysInItsCell(String text) {
    String code = MarkdownText.code(text);
    assertThat(MarkdownText.cell(text)).doesNotContain("|", "<", ">").isNotEmpty();
    assertThat(code).doesNotContain("|", "<", ">");
    assertThat(MarkdownText.inline(text)).doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*[`\\[*~]");
    assertThat(code).matches("(?s)(`*)([^`].*[^`]|[^`]|)\\1");
  }

  @DisplayName("Fault row 26: a code fence is longer than any run of backticks inside")
  @Test
  void fencesBackticks() {
    assertThat(MarkdownText.code("a``b`c")).isEqualTo("```a``b`c```");
    assertThat(MarkdownText.code("`x`")).isEqualTo("`` `x` ``");
    assertThat(MarkdownText.codeBlock(List.of("a", "```", "/merge")))
        .isEqualTo("````\na\n```\n /merge\n````");
  }

  @ParameterizedTest
  @CsvSource({
    "cv_rmse, cv_rmse",
    "_x_, \\_x\\_",
    "1. one, 1&#46; one",
    "- item, &#45; item",
    "carat 1.0-1.5, carat 1.0-1.5",
    "rmse (USD), rmse (USD)",
    "5 % worse, 5 % worse",
    "1.0.0, 1.0.0",
    "+43 %, +43 %",
    "at 09:30:00 UTC, at 09:30:00 UTC",
    ": then, : then"
  })
  void keepsOrdinaryTextReadable(String text, String encoded) {
    assertThat(MarkdownText.inline(text)).isEqualTo(encoded);
  }

  @Test
  void linksOnlyToTargets() {
    LinkTarget target = LinkTarget.https("https://ci.example/run/1").orElseThrow();
    assertThat(MarkdownText.link("run ]( x", target))
        .isEqualTo("[run \\]( x](https://ci.example/run/1)");
  }

  /** What a forge looks for references in: entities and escapes resolved. */
  private static String decoded(String markdown) {
    return markdown
        .replaceAll("\\\\([\\p{Punct}])", "$1")
        .replace("&#8203;", "\u200B")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#36;", "$")
        .replace("&#124;", "|")
        .replace("&#58;", ":")
        .replace("&#33;", "!")
        .replace("&#35;", "#")
        .replace("&#43;", "+")
        .replace("&#45;", "-")
        .replace("&#46;", ".")
        .replace("&#47;", "/")
        .replace("&#61;", "=")
        .replace("&#41;", ")")
        .replace("&amp;", "&");
  }
}
