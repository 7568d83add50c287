package dev.countersign.bot.web;

import dev.countersign.bot.forge.local.LocalEvent;
import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The list: what is open, then what ended last. */
final class ListPage {
  private static final int MAX_ENDED = 50;
  private static final List<String> COLUMNS =
      List.of("Merge request", "Model / environment", "Version", "Verdict", "State", "Last event");

  private final Function<LocalMergeRequest, Optional<Candidate>> candidates;

  ListPage(Function<LocalMergeRequest, Optional<Candidate>> candidates) {
    this.candidates = candidates;
  }

  /** The content of the page. */
  Html of(List<LocalMergeRequest> newestFirst) {
    List<LocalMergeRequest> open = newestFirst.stream().filter(LocalMergeRequest::isOpen).toList();
    List<LocalMergeRequest> ended =
        newestFirst.stream().filter(request -> !request.isOpen()).limit(MAX_ENDED).toList();
    return Html.all(
        Tag.of("h1").text("Merge requests"),
        PageParts.section("open", "Open", table("Open merge requests, newest first", open)),
        PageParts.section("ended", "Merged and closed", table("Ended, newest first", ended)));
  }

  private Html table(String caption, List<LocalMergeRequest> requests) {
    if (requests.isEmpty()) {
      return Tag.of("p").styled("empty").text("None.");
    }
    Html head =
        Tag.of("tr")
            .containing(
                COLUMNS.stream().map(c -> Tag.of("th").with("scope", "col").text(c)).toList());
    return Tag.of("div")
        .styled("scroll")
        .with("role", "region")
        .with("aria-label", caption)
        .with("tabindex", "0")
        .containing(
            Tag.of("table")
                .containing(
                    Tag.of("caption").text(caption),
                    Tag.of("thead").containing(head),
                    Tag.of("tbody").containing(requests.stream().map(this::row).toList())));
  }

  private Html row(LocalMergeRequest request) {
    Optional<Candidate> candidate = candidates.apply(request);
    List<Html> cells = new ArrayList<>();
    Html link =
        Tag.of("a")
            .with("href", Links.request(request.number()))
            .text(request.number() + ": " + request.text().title());
    cells.add(Tag.of("th").with("scope", "row").containing(link));
    String line = candidate.map(one -> one.line().toString()).orElse(request.source());
    cells.add(cell(1, Html.text(line)));
    cells.add(cell(2, Html.text(candidate.map(Candidate::version).orElse("none"))));
    cells.add(cell(3, candidate.map(ListPage::verdict).orElse(Html.NONE)));
    cells.add(cell(4, PageParts.state(request)));
    LocalEvent last = request.events().get(request.events().size() - 1);
    cells.add(cell(5, PageParts.time(last.at())));
    return Tag.of("tr").containing(cells);
  }

  private static Html verdict(Candidate candidate) {
    return Html.text(candidate.verdict() + (candidate.blocked() ? ", blocked" : ""));
  }

  /** A cell that knows its column's name: a narrow page has no heads. */
  private static Html cell(int column, Html content) {
    return Tag.of("td").with("data-label", COLUMNS.get(column)).containing(content);
  }
}
