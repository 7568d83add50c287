package dev.countersign.bot.review.html;

import dev.countersign.bot.text.LinkTarget;

/**
 * A whole page in the layout that all pages share: a link past the navigation, a header, one main
 * part.
 *
 * @param title shown by the browser and as the page's name in the header
 * @param navigation links in the header; may be {@link Html#NONE}
 * @param main the content; its first heading is an {@code h1}
 */
public record HtmlPage(String title, Html navigation, Html main) {
  /** The document with the style sheet inside; one file that needs nothing else. */
  public String selfContained() {
    return document(Html.ofEncoded("<style>\n" + Stylesheet.text() + "</style>\n"));
  }

  /** The document with the style sheet linked, for a server with a strict content policy. */
  public String linkedTo(LinkTarget stylesheet) {
    return document(Tag.of("link").with("rel", "stylesheet").with("href", stylesheet).empty());
  }

  private String document(Html style) {
    Html head =
        Html.all(
            Tag.of("meta").with("charset", "utf-8").empty(),
            meta("viewport", "width=device-width, initial-scale=1"),
            meta("color-scheme", "light dark"),
            meta("referrer", "same-origin"),
            Tag.of("title").text(title),
            style);
    Html html =
        Tag.of("html")
            .with("lang", "en")
            .containing(
                Html.ofEncoded("\n"),
                Tag.of("head").containing(head),
                Html.ofEncoded("\n"),
                body());
    return "<!doctype html>\n" + html.markup() + "\n";
  }

  private Html body() {
    Html past =
        Tag.of("a").styled("skip").with("href", LinkTarget.anchor("main")).text("Skip to content");
    Html bar = Html.all(Tag.of("span").styled("brand").text("Countersign"), navigation);
    return Tag.of("body")
        .containing(
            past,
            Tag.of("header").styled("bar").containing(bar),
            Tag.of("main").with("id", "main").containing(main));
  }

  private static Html meta(String name, String content) {
    return Tag.of("meta").with("name", name).with("content", content).empty();
  }
}
