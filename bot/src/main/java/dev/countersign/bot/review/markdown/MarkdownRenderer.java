package dev.countersign.bot.review.markdown;

import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.Section;
import dev.countersign.bot.review.SectionKind;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Renders a review as the body of a merge request. Deterministic, so that an unchanged review is
 * not written again.
 */
public final class MarkdownRenderer {
  /** GitHub takes 65,536 characters; other bots learned to stay well below. */
  public static final int MOST_CHARACTERS = 58_000;

  private final MarkdownBlocks blocks;
  private final int limit;

  /** A renderer that links to the hosts of a policy. */
  public MarkdownRenderer(LinkPolicy links) {
    this(links, MOST_CHARACTERS);
  }

  MarkdownRenderer(LinkPolicy links, int limit) {
    this.blocks = new MarkdownBlocks(links);
    this.limit = limit;
  }

  /**
   * The body; at most {@link #MOST_CHARACTERS} long. Sections are left out whole, the least
   * important first, and named at the end.
   */
  public String render(Review review) {
    Review shown = review;
    List<SectionKind> dropped = new ArrayList<>();
    String body = body(shown, dropped);
    for (SectionKind kind : SectionKind.leastImportantFirst()) {
      if (body.length() <= limit) {
        break;
      }
      if (shown.section(kind).isPresent()) {
        shown = shown.without(kind);
        dropped.add(0, kind);
        body = body(shown, dropped);
      }
    }
    return body;
  }

  private String body(Review review, List<SectionKind> dropped) {
    String sections =
        review.sections().stream().map(this::section).collect(Collectors.joining("\n"));
    return dropped.isEmpty() ? sections : sections + "\n" + notice(review, dropped);
  }

  private String section(Section section) {
    String content =
        section.blocks().stream().map(blocks::render).collect(Collectors.joining("\n"));
    String heading = section.kind().heading();
    if (section.kind() == SectionKind.VERDICT) {
      return content;
    }
    return section.kind().folded()
        ? "<details><summary>" + heading + "</summary>\n\n" + content + "\n</details>\n"
        : "### " + heading + "\n\n" + content;
  }

  private static String notice(Review review, List<SectionKind> dropped) {
    String names =
        dropped.stream()
            .map(kind -> kind.heading().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    String whole =
        review
            .wholeCommand()
            .map(
                command -> " This shows everything:\n\n" + MarkdownText.codeBlock(List.of(command)))
            .orElse("");
    return "Left out, because there is no room for it here: " + names + "." + whole + "\n";
  }
}
