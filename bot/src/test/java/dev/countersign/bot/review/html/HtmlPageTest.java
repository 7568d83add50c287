package dev.countersign.bot.review.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.bot.text.LinkTarget;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class HtmlPageTest {
  @Test
  void encodesTextsAndAttributes() {
    Html html = Tag.of("td").with("title", "a\"b").text("<b> & 'c'");
    assertThat(html.markup()).isEqualTo("<td title=\"a&quot;b\">&lt;b&gt; &amp; &#39;c&#39;</td>");
  }

  @DisplayName("I8: addresses, styles and event handlers take no free text")
  @ParameterizedTest
  @ValueSource(strings = {"href", "src", "action", "style", "onclick", "onload", "x y", "a\"b"})
  void refusesDangerousAttributes(String attribute) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tag.of("a").with(attribute, "javascript:x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "iframe", "a b", "B", ""})
  void refusesElements(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Tag.of(name));
  }

  @DisplayName("I8: hostile texts add no element and no attribute to a page")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void staysText(String text) throws Exception {
    Html cell = Tag.of("td").with("title", text).text(text);
    var element =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(cell.markup())))
            .getDocumentElement();
    assertThat(element.getAttributes().getLength()).isEqualTo(1);
    assertThat(element.getElementsByTagName("*").getLength()).isZero();
  }

  @Test
  void aPageLoadsNothingAndRunsNothing() {
    String page =
        new HtmlPage("Merge requests", Html.NONE, Tag.of("h1").text("Merge requests"))
            .selfContained();
    assertThat(page)
        .startsWith("<!doctype html>\n<html lang=\"en\">")
        .contains("<title>Merge requests</title>", "prefers-color-scheme: dark", "id=\"main\"")
        .doesNotContain("<script", "http:", "https:", "url(", "@import");
  }

  @Test
  void aServersPageLinksTheStyleSheet() {
    LinkTarget css = LinkTarget.own("/style.css").orElseThrow();
    assertThat(new HtmlPage("x", Html.NONE, Html.NONE).linkedTo(css))
        .contains("<link rel=\"stylesheet\" href=\"/style.css\">")
        .doesNotContain("<style");
  }
}
