package dev.countersign.bot.review;

import java.util.List;
import java.util.Optional;

/**
 * A review: what an approver reads before a merge request is merged.
 *
 * @param title the merge request's title, as plain text
 * @param tone of the verdict
 * @param sections in reading order; none is empty, none comes twice
 * @param wholeCommand the command that shows the whole review, for where there is no room for it
 */
public record Review(
    String title, Tone tone, List<Section> sections, Optional<String> wholeCommand) {
  public Review {
    sections = sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
  }

  /** The review of a candidate or a rollback; a pure function of its input. */
  public static Review of(ReviewInput input) {
    return ReviewComposer.compose(input);
  }

  /** A section, if the review has it. */
  public Optional<Section> section(SectionKind kind) {
    return sections.stream().filter(section -> section.kind() == kind).findFirst();
  }

  /** The same review without a section. */
  public Review without(SectionKind kind) {
    List<Section> others = sections.stream().filter(section -> section.kind() != kind).toList();
    return new Review(title, tone, others, wholeCommand);
  }
}
