package dev.countersign.bot.review.html;

import dev.countersign.bot.review.Block;
import dev.countersign.bot.review.Phrase;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.review.Span;
import dev.countersign.bot.review.Tone;
import dev.countersign.bot.text.LinkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Blocks and lines as HTML. */
final class HtmlBlocks {
  private final LinkPolicy links;

  HtmlBlocks(LinkPolicy links) {
    this.links = links;
  }

  static String toneClass(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  Html render(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return Tag.of("p").containing(line(paragraph.phrase()));
    } else if (block instanceof Block.Remark remark) {
      return Tag.of("p").styled("note").containing(line(remark.phrase()));
    } else if (block instanceof Block.Bullets bullets) {
      return Tag.of("ul")
          .containing(bullets.items().stream().map(i -> Tag.of("li").containing(line(i))).toList());
    } else if (block instanceof Block.Commands commands) {
      return Tag.of("pre")
          .with("tabindex", "0")
          .containing(Tag.of("code").containing(Html.lines(commands.lines())));
    } else if (block instanceof Block.Gallery gallery) {
      return Tag.of("div")
          .styled("figures")
          .containing(gallery.pictures().stream().map(HtmlBlocks::figure).toList());
    } else if (block instanceof Block.Table table) {
      return table(table);
    } else if (block instanceof Block.Chart chart) {
      return table(chart.asTable());
    }
    throw new IllegalStateException("no HTML for " + block.getClass().getSimpleName());
  }

  private static Html figure(Picture picture) {
    Html image =
        Tag.of("img")
            .with("src", picture.target())
            .with("alt", picture.alt())
            .with("loading", "lazy")
            .empty();
    return Tag.of("figure").containing(image, Tag.of("figcaption").text(picture.title()));
  }

  private Html table(Block.Table table) {
    List<Html> heads = new ArrayList<>();
    for (Block.Column column : table.columns()) {
      heads.add(aligned(Tag.of("th").with("scope", "col"), column).text(column.name()));
    }
    List<Html> rows = table.rows().stream().map(row -> row(table.columns(), row)).toList();
    Html content =
        Html.all(
            Tag.of("caption").text(table.caption()),
            Tag.of("thead").containing(Tag.of("tr").containing(heads)),
            Tag.of("tbody").containing(rows));
    return Tag.of("div")
        .styled("scroll")
        .with("role", "region")
        .with("aria-label", table.caption())
        .with("tabindex", "0")
        .containing(Tag.of("table").containing(content));
  }

  private Html row(List<Block.Column> columns, List<Phrase> row) {
    List<Html> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Tag cell = i == 0 ? Tag.of("th").with("scope", "row") : Tag.of("td");
      cells.add(
          aligned(cell, columns.get(i))
              .with("data-label", columns.get(i).name())
              .containing(line(row.get(i))));
    }
    return Tag.of("tr").containing(cells);
  }

  private static Tag aligned(Tag cell, Block.Column column) {
    return column.number() ? cell.styled("number") : cell;
  }

  private Html line(Phrase phrase) {
    return Html.all(phrase.spans().stream().map(this::span).toList());
  }

  private Html span(Span span) {
    if (span instanceof Span.Text text) {
      return spaced(text.text());
    } else if (span instanceof Span.Strong strong) {
      return Tag.of("strong").text(strong.text());
    } else if (span instanceof Span.Code code) {
      return Tag.of("code").text(code.text());
    } else if (span instanceof Span.Mark mark) {
      Html sign = Tag.of("span").with("aria-hidden", "true").text(mark.tone().sign());
      return Tag.of("span")
          .styled("mark " + toneClass(mark.tone()))
          .containing(sign, Html.SPACE, Html.text(mark.word()));
    } else if (span instanceof Span.Address address) {
      return links
          .allow(address.address())
          .map(
              target ->
                  Tag.of("a")
                      .with("href", target)
                      .with("rel", "noopener noreferrer")
                      .text(address.text()))
          .orElseGet(() -> Html.text(address.text()));
    }
    throw new IllegalStateException("no HTML for " + span.getClass().getSimpleName());
  }

  /** Text that keeps a space at its edges, where it meets another span. */
  private static Html spaced(String text) {
    Html before = text.startsWith(" ") ? Html.SPACE : Html.NONE;
    Html after = text.endsWith(" ") && !text.isBlank() ? Html.SPACE : Html.NONE;
    return Html.all(before, Html.text(text), after);
  }
}
