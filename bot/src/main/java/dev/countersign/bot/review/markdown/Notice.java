package dev.countersign.bot.review.markdown;

import dev.countersign.bot.review.SectionKind;
import dev.countersign.bot.text.LinkTarget;
import dev.countersign.bot.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a body says of what it leaves out, and where that is.
 *
 * @param pictures how many are not shown
 * @param dropped sections, the more important first
 * @param command shows the whole review
 * @param whole where the forge keeps it
 */
record Notice(
    int pictures, List<SectionKind> dropped, Optional<String> command, Optional<LinkTarget> whole) {
  Notice {
    dropped = List.copyOf(dropped);
  }

  Notice andWithout(SectionKind kind) {
    List<SectionKind> all = new ArrayList<>(dropped);
    all.add(0, kind);
    return new Notice(pictures, all, command, whole);
  }

  boolean isEmpty() {
    return pictures == 0 && dropped.isEmpty();
  }

  /** Empty where nothing is left out. */
  String text() {
    if (isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    parts.add("Left out, because there is no room for it here: " + names() + ".");
    whole.ifPresent(
        target ->
            parts.add("Everything is in " + MarkdownText.link("the whole review", target) + "."));
    String said = String.join(" ", parts);
    return command
        .map(line -> said + " This shows everything:\n\n" + MarkdownText.codeBlock(List.of(line)))
        .orElse(said)
        .concat("\n");
  }

  private String names() {
    List<String> names =
        dropped.stream()
            .map(kind -> kind.heading().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(ArrayList::new));
    if (pictures > 0) {
      names.add(pictures == 1 ? "1 picture" : pictures + " pictures");
    }
    return String.join(", ", names);
  }
}
