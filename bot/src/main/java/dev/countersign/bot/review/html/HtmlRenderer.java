package dev.countersign.bot.review.html;

import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.Section;
import dev.countersign.bot.review.SectionKind;
import dev.countersign.bot.review.Tone;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;

/** Renders a review as HTML: a fragment for a page, or one self-contained page. */
public final class HtmlRenderer {
  private final HtmlBlocks blocks;

  /** A renderer that links to the hosts of a policy. */
  public HtmlRenderer(LinkPolicy links) {
    this.blocks = new HtmlBlocks(links);
  }

  /** The sections, without a heading above them; the page puts its {@code h1} before. */
  public Html fragment(Review review) {
    List<Html> folded =
        review.sections().stream().filter(s -> s.kind().folded()).map(this::folded).toList();
    List<Html> open =
        review.sections().stream()
            .filter(section -> !section.kind().folded())
            .map(section -> open(section, review.tone()))
            .toList();
    return Html.all(Html.all(open), Tag.of("div").styled("folded").containing(folded));
  }

  /** One file with everything in it, to be looked at without a server. */
  public String page(Review review) {
    Html main = Html.all(Tag.of("h1").text(review.title()), fragment(review));
    return new HtmlPage(review.title(), Html.NONE, main).selfContained();
  }

  private Html open(Section section, Tone tone) {
    Html content = Html.all(section.blocks().stream().map(blocks::render).toList());
    if (section.kind() == SectionKind.VERDICT) {
      return Tag.of("section")
          .with("id", id(section))
          .with("aria-label", section.kind().heading())
          .styled("headline " + HtmlBlocks.toneClass(tone))
          .containing(content);
    }
    String heading = "heading-" + id(section);
    return Tag.of("section")
        .with("id", id(section))
        .with("aria-labelledby", heading)
        .containing(Tag.of("h2").with("id", heading).text(section.kind().heading()), content);
  }

  private Html folded(Section section) {
    Html summary = Tag.of("summary").containing(Tag.of("h2").text(section.kind().heading()));
    Html content = Html.all(section.blocks().stream().map(blocks::render).toList());
    return Tag.of("details").with("id", id(section)).containing(summary, content);
  }

  private static String id(Section section) {
    return WireName.hyphenated(section.kind());
  }
}
