package dev.countersign.bot.web;

import dev.countersign.bot.forge.local.LocalEvent;
import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.Tag;
import dev.countersign.ci.promotion.Approval;
import java.util.List;

/** Who approved what, and everything that happened. */
final class ConversationPart {
  private ConversationPart() {}

  static Html of(LocalMergeRequest request) {
    return Html.all(
        PageParts.section("approvals", "Approvals", approvals(request)),
        PageParts.section(
            "events",
            "What happened",
            Tag.of("ol")
                .containing(request.events().stream().map(ConversationPart::event).toList())));
  }

  private static Html approvals(LocalMergeRequest request) {
    List<Approval> approvals = request.conversation().approvals();
    if (approvals.isEmpty()) {
      return Tag.of("p").styled("empty").text("Nobody has approved.");
    }
    return Tag.of("ul")
        .containing(approvals.stream().map(approval -> approval(request, approval)).toList());
  }

  private static Html approval(LocalMergeRequest request, Approval approval) {
    boolean current = approval.head().filter(request.head()::equals).isPresent();
    String head = approval.head().map(id -> id.shortHex()).orElse("an unknown head");
    return Tag.of("li")
        .containing(
            PageParts.spaced(
                Tag.of("strong").text(approval.by().login()),
                Html.text(current ? "approved the present head" : "approved the earlier head"),
                PageParts.code(head),
                PageParts.time(approval.at()),
                approval.simulated()
                    ? PageParts.mark("open", "simulated: given in another's name")
                    : Html.NONE));
  }

  private static Html event(LocalEvent event) {
    return Tag.of("li")
        .containing(
            PageParts.spaced(
                PageParts.time(event.at()), Html.text(event.summary()), reason(event)));
  }

  private static Html reason(LocalEvent event) {
    String reason = "";
    if (event instanceof LocalEvent.Closed closed) {
      reason = closed.reason();
    } else if (event instanceof LocalEvent.Waived waived) {
      reason = waived.reason();
    }
    return reason.isBlank() ? Html.NONE : Tag.of("q").text(reason);
  }
}
