package dev.countersign.bot.chat.mail;

import dev.countersign.bot.chat.Card;
import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.Tag;
import dev.countersign.bot.text.MailText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A card as a mail's subject and its two forms.
 *
 * @param html says the same as the text
 */
public record MailCard(String subject, String text, String html) {
  /** The mail of a card. */
  public static MailCard render(Card card) {
    return new MailCard(MailText.line(card.title()), text(card), html(card).markup());
  }

  private static String text(Card card) {
    List<String> lines = new ArrayList<>();
    lines.add(MailText.line(card.heading()));
    lines.add("");
    lines.add(MailText.line(card.lead()));
    card.notes().shown().forEach(note -> lines.add("- " + MailText.line(note)));
    card.notes().remark().ifPresent(lines::add);
    lines.add("");
    card.metrics().shown().forEach(m -> lines.add(line(m.name(), m.values())));
    card.metrics().remark().ifPresent(lines::add);
    card.facts().shown().forEach(f -> lines.add(line(f.name(), f.value())));
    card.facts().remark().ifPresent(lines::add);
    lines.add("");
    card.links().forEach(link -> lines.add(link.label() + ": " + link.address()));
    return String.join("\n", lines) + "\n";
  }

  private static String line(String name, String value) {
    return MailText.line(name) + ": " + MailText.line(value);
  }

  private static Html html(Card card) {
    return Tag.of("html")
        .containing(
            Tag.of("body")
                .containing(
                    Tag.of("h3").text(MailText.line(card.heading())),
                    Tag.of("p").text(MailText.line(card.lead())),
                    list(card),
                    table(card),
                    remarks(card),
                    links(card)));
  }

  private static Html list(Card card) {
    return card.notes().shown().isEmpty()
        ? Html.NONE
        : Tag.of("ul")
            .containing(
                card.notes().shown().stream()
                    .map(note -> Tag.of("li").text(MailText.line(note)))
                    .toList());
  }

  private static Html table(Card card) {
    Stream<Html> metrics =
        card.metrics().shown().stream().map(metric -> row(metric.name(), metric.values()));
    Stream<Html> facts = card.facts().shown().stream().map(fact -> row(fact.name(), fact.value()));
    List<Html> rows = Stream.concat(metrics, facts).toList();
    return rows.isEmpty() ? Html.NONE : Tag.of("table").containing(rows);
  }

  private static Html row(String name, String value) {
    return Tag.of("tr")
        .containing(
            Tag.of("th").with("align", "left").text(MailText.line(name)),
            Tag.of("td").text(MailText.line(value)));
  }

  private static Html remarks(Card card) {
    return Html.all(
        Stream.of(card.notes().remark(), card.metrics().remark(), card.facts().remark())
            .flatMap(remark -> remark.stream())
            .map(remark -> Tag.of("p").text(remark))
            .toList());
  }

  private static Html links(Card card) {
    return Html.all(
        card.links().stream()
            .map(
                link ->
                    Tag.of("p")
                        .containing(Tag.of("a").with("href", link.target()).text(link.label())))
            .toList());
  }
}
