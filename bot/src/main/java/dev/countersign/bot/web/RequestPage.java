package dev.countersign.bot.web;

import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.Tag;
import dev.countersign.bot.text.LinkTarget;
import java.util.List;
import java.util.Optional;

/** One merge request: the review first, the buttons last. */
final class RequestPage {
  private RequestPage() {}

  /**
   * The content of the page.
   *
   * @param review empty to show the merge request's own text
   */
  static Html of(
      LocalMergeRequest request, Optional<Html> review, List<FileChange> changes, Html decide) {
    return Html.all(
        Tag.of("h1").text(request.text().title()),
        facts(request),
        review.orElseGet(() -> body(request)),
        ChangesPart.of(changes),
        ConversationPart.of(request),
        decide);
  }

  private static Html facts(LocalMergeRequest request) {
    Html decide =
        Tag.of("a")
            .with("href", LinkTarget.anchor("decide"))
            .text(request.isOpen() ? "Decide" : "What was decided");
    return Tag.of("p")
        .styled("facts")
        .containing(
            PageParts.spaced(
                PageParts.state(request),
                Html.text("Merge request " + request.number() + ":"),
                PageParts.code(request.source()),
                Html.text("into"),
                PageParts.code(request.target()),
                Html.text("at"),
                PageParts.code(request.head().shortHex()),
                Html.text("opened by " + request.author() + " on"),
                PageParts.time(request.events().get(0).at()),
                decide));
  }

  private static Html body(LocalMergeRequest request) {
    return PageParts.section(
        "text",
        "What the bot wrote",
        Tag.of("pre")
            .styled("wrapped")
            .with("tabindex", "0")
            .containing(Html.lines(request.body().lines().toList())));
  }
}
