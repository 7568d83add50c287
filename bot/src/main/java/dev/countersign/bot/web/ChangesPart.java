package dev.countersign.bot.web;

import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.Tag;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;

/** The files that the merge request changes, line by line. */
final class ChangesPart {
  private static final int DEEPEST = 12;

  private ChangesPart() {}

  static Html of(List<FileChange> changes) {
    if (changes.isEmpty()) {
      return PageParts.section("changes", "Changes", PageParts.paragraph("No file is changed."));
    }
    return PageParts.section(
        "changes", "Changes", Html.all(changes.stream().map(ChangesPart::file).toList()));
  }

  private static Html file(FileChange change) {
    boolean expected = ModelEnvironment.isReferencePath(change.path());
    Html warning =
        expected ? Html.NONE : Html.all(Html.SPACE, PageParts.mark("bad", "not expected here"));
    Html lines =
        change.lines().isEmpty()
            ? PageParts.paragraph("It is not text, or too large to show.")
            : Tag.of("pre")
                .styled("diff")
                .with("tabindex", "0")
                .containing(change.lines().stream().map(ChangesPart::line).toList());
    Tag details = expected ? Tag.of("details") : Tag.of("details").flagged("open");
    return details.containing(
        Tag.of("summary").containing(PageParts.code(change.path()), warning), lines);
  }

  private static Html line(String line) {
    boolean place = line.startsWith("@@") || line.isEmpty();
    String text = place ? line : line.substring(1);
    int indent = text.length() - text.stripLeading().length();
    return tag(line)
        .containing(
            Tag.of("span").styled("sign").text(place ? "" : line.substring(0, 1)),
            Tag.of("span").styled("in-" + Math.min(DEEPEST, indent / 2)).text(text.strip()));
  }

  private static Tag tag(String line) {
    if (line.startsWith("+")) {
      return Tag.of("ins");
    }
    return line.startsWith("-") ? Tag.of("del") : Tag.of("span");
  }
}
