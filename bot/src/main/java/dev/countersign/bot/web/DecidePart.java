package dev.countersign.bot.web;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.forge.local.Objection;
import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.Tag;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The buttons, in whose name they are pressed, and what stands against merging. */
final class DecidePart {
  static final String ACTING = "as";
  static final String HEAD = "head";
  static final String REASON = "reason";

  private static final Map<String, String> DONE =
      Map.of(
          "approve", "Your approval is recorded.",
          "merge", "It is merged.",
          "close", "It is closed.",
          "reopen", "It is open again.");
  private static final String NOTE =
      "The local forge takes your word for it: who approved is shown, not enforced."
          + " Approving in another's name is recorded as simulated.";

  private final LocalMergeRequest request;
  private final String acting;
  private final String token;

  /**
   * @param acting in whose name the buttons are pressed
   * @param token that the forms carry
   */
  DecidePart(LocalMergeRequest request, String acting, String token) {
    this.request = request;
    this.acting = acting;
    this.token = token;
  }

  /**
   * The section.
   *
   * @param objections what stands against merging now
   * @param done the decision that was just made
   */
  Html of(List<Objection> objections, Optional<String> done) {
    return PageParts.section(
        "decide",
        "Decide",
        done.map(DONE::get)
            .map(text -> Tag.of("p").with("role", "status").styled("done").text(text))
            .orElse(Html.NONE),
        request.state() == MergeRequest.State.MERGED ? merged(done) : open(objections));
  }

  private Html open(List<Objection> objections) {
    return Html.all(identity(), forms(objections));
  }

  private static Html merged(Optional<String> done) {
    return done.filter("merge"::equals).isPresent()
        ? Html.NONE
        : PageParts.paragraph("It is merged; there is nothing left to decide.");
  }

  private Html identity() {
    Html field =
        field(ACTING, acting, "63").flagged("required").with("autocomplete", "username").empty();
    Html row =
        Tag.of("div")
            .styled("actions")
            .containing(
                Tag.of("label").with("for", ACTING).text("You act as"),
                field,
                Tag.of("button").text("Change"));
    Html form =
        Tag.of("form")
            .with("method", "get")
            .with("action", Links.request(request.number()))
            .containing(row);
    return Html.all(form, Tag.of("p").styled("note").text(NOTE));
  }

  private Html forms(List<Objection> objections) {
    if (request.state() == MergeRequest.State.CLOSED) {
      return form("reopen", Tag.of("button").text("Reopen"));
    }
    return Html.all(approve(), merge(objections), close());
  }

  private Html approve() {
    boolean given =
        request.conversation().approvals().stream()
            .filter(approval -> approval.head().filter(request.head()::equals).isPresent())
            .anyMatch(approval -> approval.by().login().equals(acting));
    return given
        ? PageParts.paragraph(acting + " has approved what is here now.")
        : form("approve", Tag.of("button").styled("primary").text("Approve as " + acting));
  }

  private Html merge(List<Objection> objections) {
    Tag button = Tag.of("button").styled("primary");
    if (objections.isEmpty()) {
      return form("merge", button.text("Merge"));
    }
    Html why =
        Tag.of("ul")
            .with("id", "objections")
            .containing(objections.stream().map(one -> Tag.of("li").text(one.why())).toList());
    return Html.all(
        form(
            "merge",
            button.flagged("disabled").with("aria-describedby", "objections").text("Merge")),
        PageParts.paragraph("It cannot be merged yet:"),
        why,
        waiver(objections));
  }

  /** The page has no button for it: a waiver wants a gate and a reason. */
  private Html waiver(List<Objection> objections) {
    return objections.stream().anyMatch(one -> one.code() == ErrorCode.GATE_FAILED)
        ? PageParts.paragraph(
            "An approver can let a failed gate pass: countersign waive %d GATE-ID --reason TEXT --as LOGIN"
                .formatted(request.number()))
        : Html.NONE;
  }

  private Html close() {
    return form(
        "close",
        Tag.of("label").with("for", REASON).text("Reason"),
        field(REASON, "", "2000").empty(),
        Tag.of("button").styled("danger").text("Close and reject"));
  }

  private Html form(String action, Html... content) {
    return Tag.of("form")
        .with("method", "post")
        .with("action", Links.action(request.number(), action))
        .containing(
            PageParts.hidden(RequestGuard.TOKEN, token),
            PageParts.hidden(HEAD, request.head().hex()),
            PageParts.hidden(ACTING, acting),
            Tag.of("div").styled("actions").containing(content));
  }

  private static Tag field(String name, String value, String longest) {
    return Tag.of("input")
        .with("id", name)
        .with("name", name)
        .with("value", value)
        .with("maxlength", longest);
  }
}
