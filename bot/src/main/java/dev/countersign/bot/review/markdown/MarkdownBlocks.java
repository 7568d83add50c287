package dev.countersign.bot.review.markdown;

import dev.countersign.bot.review.Block;
import dev.countersign.bot.review.Phrase;
import dev.countersign.bot.review.Picture;
import dev.countersign.bot.review.Span;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.text.MarkdownText;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks and lines as Markdown; each block ends with a line break. */
final class MarkdownBlocks {
  private final LinkPolicy links;

  MarkdownBlocks(LinkPolicy links) {
    this.links = links;
  }

  String render(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return line(paragraph.phrase()) + "\n";
    } else if (block instanceof Block.Remark remark) {
      return "> " + line(remark.phrase()) + "\n";
    } else if (block instanceof Block.Bullets bullets) {
      return bullets.items().stream().map(item -> "- " + line(item) + "\n").collect(joined());
    } else if (block instanceof Block.Commands commands) {
      return MarkdownText.codeBlock(commands.lines()) + "\n";
    } else if (block instanceof Block.Gallery gallery) {
      return gallery(gallery.pictures());
    } else if (block instanceof Block.Table table) {
      return table(table);
    } else if (block instanceof Block.Chart chart) {
      return MermaidChart.of(chart);
    }
    throw new IllegalStateException("no Markdown for " + block.getClass().getSimpleName());
  }

  private String table(Block.Table table) {
    StringBuilder out = new StringBuilder("|");
    table.columns().forEach(column -> out.append(' ').append(cell(column.name())).append(" |"));
    out.append("\n|");
    table.columns().forEach(column -> out.append(column.number() ? " ---: |" : " --- |"));
    for (List<Phrase> row : table.rows()) {
      out.append("\n|");
      row.forEach(phrase -> out.append(' ').append(line(phrase)).append(" |"));
    }
    return out.append('\n').toString();
  }

  private static String cell(String text) {
    return MarkdownText.cell(text);
  }

  private static String gallery(List<Picture> pictures) {
    return pictures.stream()
        .map(
            picture ->
                // A title of nothing that can be seen would be a rule across the page.
                strong(MarkdownText.inline(picture.title()))
                    + "\n\n"
                    + MarkdownText.picture(picture.alt(), picture.target())
                    + "\n")
        .collect(Collectors.joining("\n"));
  }

  private String line(Phrase phrase) {
    return phrase.spans().stream().map(this::span).collect(joined()).strip();
  }

  private String span(Span span) {
    if (span instanceof Span.Text text) {
      return spaced(text.text());
    } else if (span instanceof Span.Strong strong) {
      return strong(MarkdownText.inline(strong.text()));
    } else if (span instanceof Span.Code code) {
      return MarkdownText.code(code.text());
    } else if (span instanceof Span.Mark mark) {
      return strong(mark.tone().sign() + "&nbsp;" + MarkdownText.inline(mark.word()));
    } else if (span instanceof Span.Address address) {
      return links
          .allow(address.address())
          .map(target -> MarkdownText.link(address.text(), target))
          .orElseGet(() -> MarkdownText.inline(address.text()));
    }
    throw new IllegalStateException("no Markdown for " + span.getClass().getSimpleName());
  }

  private static String strong(String encoded) {
    return encoded.isEmpty() ? "" : "**" + encoded + "**";
  }

  /** Encoded text that keeps a space at its edges, where it meets another span. */
  private static String spaced(String text) {
    String encoded = MarkdownText.inline(text);
    String before = text.startsWith(" ") ? " " : "";
    String after = text.endsWith(" ") && !encoded.isEmpty() ? " " : "";
    return before + encoded + after;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }
}
