package dev.countersign.bot.review.markdown;

import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.Section;
import dev.countersign.bot.review.SectionKind;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.bot.text.MarkdownText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
   * important first, and named at the end; so are pictures past a dozen.
   */
  public String render(Review review) {
    return render(review, Ending.NONE).text();
  }

  /**
   * What a body ends with.
   *
   * @param whole where the forge keeps the whole review; linked where the body leaves something out
   * @param marker a comment that nobody sees; counts as part of the body; may be empty
   */
  public record Ending(Optional<LinkTarget> whole, String marker) {
    /** Nothing. */
    public static final Ending NONE = new Ending(Optional.empty(), "");
  }

  /**
   * A body.
   *
   * @param complete whether it shows everything that the review holds
   */
  public record Body(String text, boolean complete) {}

  /** The body with an ending; as {@link #render(Review)}. */
  public Body render(Review review, Ending ending) {
    InlinePictures.Limited limited = InlinePictures.of(review);
    Review shown = limited.review();
    Notice notice = new Notice(limited.out(), List.of(), review.wholeCommand(), ending.whole());
    String body = body(shown, notice, ending);
    for (SectionKind kind : SectionKind.leastImportantFirst()) {
      if (body.length() <= limit) {
        break;
      }
      if (shown.section(kind).isPresent()) {
        shown = shown.without(kind);
        notice = notice.andWithout(kind);
        body = body(shown, notice, ending);
      }
    }
    return new Body(body, notice.isEmpty());
  }

  /** A document of its own, with every section and picture, whatever its length. */
  public String document(Review review) {
    Stream<String> title = Stream.of("# " + MarkdownText.inline(review.title()) + "\n");
    return Stream.concat(title, review.sections().stream().map(this::section))
        .collect(Collectors.joining("\n"));
  }

  private String body(Review review, Notice notice, Ending ending) {
    Stream<String> sections = review.sections().stream().map(this::section);
    Stream<String> rest =
        Stream.of(notice.text(), ending.marker().isEmpty() ? "" : ending.marker() + "\n");
    return Stream.concat(sections, rest.filter(part -> !part.isEmpty()))
        .collect(Collectors.joining("\n"));
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
}
