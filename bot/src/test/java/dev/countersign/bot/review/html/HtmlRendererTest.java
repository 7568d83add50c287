package dev.countersign.bot.review.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.review.HostileReviews;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.text.LinkTarget;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlRendererTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "root",
          "section",
          "div",
          "p",
          "ul",
          "li",
          "h2",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "span",
          "strong",
          "code",
          "pre",
          "a",
          "details",
          "summary",
          "figure",
          "img",
          "figcaption");

  private final HtmlRenderer renderer = new HtmlRenderer(new LinkPolicy(Set.of("ci.example")));

  @Test
  void saysVerdictFirst() throws Exception {
    Document page = parse(renderer.fragment(Review.of(ReviewInputs.mixed())));
    Element first = (Element) page.getDocumentElement().getFirstChild();
    assertThat(first.getAttribute("class")).isEqualTo("headline bad");
    assertThat(first.getTextContent()).contains("Mixed", "cut Fair", "Blocked", "no-slice-worse");
  }

  @Test
  void everyCellKnowsItsColumn_becauseANarrowPageStacksThem() throws Exception {
    Document page = parse(renderer.fragment(Review.of(ReviewInputs.mixed())));
    NodeList rows = page.getElementsByTagName("tr");
    for (int r = 0; r < rows.getLength(); r++) {
      Element row = (Element) rows.item(r);
      NodeList heads =
          ((Element) row.getParentNode().getParentNode()).getElementsByTagName("thead");
      NodeList columns = ((Element) heads.item(0)).getElementsByTagName("th");
      NodeList cells = row.getElementsByTagName("td");
      for (int c = 0; c < cells.getLength(); c++) {
        assertThat(((Element) cells.item(c)).getAttribute("data-label"))
            .isEqualTo(columns.item(c + 1).getTextContent());
      }
    }
    assertThat(Stylesheet.text()).contains("content: attr(data-label)");
  }

  @Test
  void tablesAreReadableByScreenReaders() throws Exception {
    Document page = parse(renderer.fragment(Review.of(ReviewInputs.better())));
    NodeList tables = page.getElementsByTagName("table");
    assertThat(tables.getLength()).isGreaterThanOrEqualTo(6);
    for (int i = 0; i < tables.getLength(); i++) {
      Element table = (Element) tables.item(i);
      assertThat(((Element) table.getFirstChild()).getTagName()).isEqualTo("caption");
      NodeList heads = table.getElementsByTagName("th");
      for (int h = 0; h < heads.getLength(); h++) {
        assertThat(((Element) heads.item(h)).getAttribute("scope")).isIn("col", "row");
      }
    }
  }

  @Test
  void everyPictureHasAText_andNoTwoElementsHaveOneId() throws Exception {
    Document page = parse(renderer.fragment(Review.of(ReviewInputs.better())));
    assertThat(((Element) page.getElementsByTagName("img").item(0)).getAttribute("alt"))
        .startsWith("Predicted against actual price");
    Set<String> ids = new HashSet<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      String id = ((Element) all.item(i)).getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
    }
  }

  @DisplayName("Fault row 28: only https addresses on configured hosts are links")
  @Test
  void linksConfiguredHostsOnly() throws Exception {
    Document page = parse(renderer.fragment(Review.of(ReviewInputs.better())));
    NodeList links = page.getElementsByTagName("a");
    assertThat(links.getLength()).isEqualTo(1);
    assertThat(((Element) links.item(0)).getAttribute("href"))
        .isEqualTo("https://ci.example/runs/42");
  }

  @DisplayName("I8, fault row 26: hostile texts add no element")
  @Test
  void hostileTextsAddNothing() throws Exception {
    for (ReviewInput input : HostileReviews.samples().toList()) {
      Document page = parse(renderer.fragment(Review.of(input)));
      Set<String> names = new TreeSet<>();
      NodeList all = page.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        names.add(((Element) all.item(i)).getTagName());
      }
      assertThat(ELEMENTS).containsAll(names);
      assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(2);
    }
  }

  @Test
  void aPageIsOneFile_picturesIncluded() {
    Picture picture =
        new Picture("Residuals", "Predictions", "No trend.", LinkTarget.png(new byte[] {1, 2, 3}));
    String page =
        renderer.page(Review.of(ReviewInputs.with(ReviewInputs.better(), List.of(picture))));
    assertThat(page)
        .contains("<h1>Promote diamonds-price 1.1.0 to production</h1>")
        .contains("src=\"data:image/png;base64,AQID\"", "alt=\"No trend.\"")
        .doesNotContain("<script", "<link");
  }

  /** The fragment as XML; its empty elements are closed for that. */
  private static Document parse(Html html) throws Exception {
    String xml = html.markup().replaceAll("(<img[^>]*)>", "$1/>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader("<root>" + xml + "</root>")));
  }
}
