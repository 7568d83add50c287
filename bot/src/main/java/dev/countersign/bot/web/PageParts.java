package dev.countersign.bot.web;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.Tag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small pieces that several pages share. */
final class PageParts {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private PageParts() {}

  static Html time(Instant at) {
    return Tag.of("time").with("datetime", at.toString()).text(MINUTES.format(at));
  }

  /** The state as a mark; the word carries it, not the colour. */
  static Html state(LocalMergeRequest request) {
    if (!request.isOpen()) {
      return mark(
          request.state() == MergeRequest.State.MERGED ? "good" : "plain",
          request.state().name().toLowerCase(Locale.ROOT));
    }
    return request.text().draft() ? mark("bad", "draft") : mark("open", "open");
  }

  static Html mark(String tone, String word) {
    return Tag.of("span").styled("mark " + tone).text(word);
  }

  /** Pieces with a space between each two. */
  static Html spaced(Html... pieces) {
    List<Html> all = new ArrayList<>();
    for (Html piece : pieces) {
      all.add(piece);
      all.add(Html.SPACE);
    }
    return Html.all(all);
  }

  static Html paragraph(Html... content) {
    return Tag.of("p").containing(content);
  }

  static Html paragraph(String text) {
    return Tag.of("p").text(text);
  }

  static Html code(String text) {
    return Tag.of("code").text(text);
  }

  static Html hidden(String name, String value) {
    return Tag.of("input").with("type", "hidden").with("name", name).with("value", value).empty();
  }

  static Html section(String id, String heading, Html... content) {
    String label = id + "-heading";
    return Tag.of("section")
        .with("id", id)
        .with("aria-labelledby", label)
        .containing(Tag.of("h2").with("id", label).text(heading), Html.all(content));
  }
}
