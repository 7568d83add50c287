package dev.countersign.bot.web;

import dev.countersign.bot.forge.local.Decision;
import dev.countersign.bot.forge.local.LocalDesk;
import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.HtmlPage;
import dev.countersign.bot.review.html.Stylesheet;
import dev.countersign.bot.review.html.Tag;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;

/** Which address answers with what. Stateless but for the guard's key; thread-safe. */
final class Routes {
  private static final System.Logger LOG = System.getLogger(Routes.class.getName());
  private static final String ANSWERED = "answered";
  private static final String ONE = Links.LIST + "/{number}";

  private final SiteParts parts;
  private final Identity owner;
  private final RequestGuard guard;

  /**
   * @param owner in whose name decisions are made unless the person says otherwise
   */
  Routes(SiteParts parts, Identity owner, RequestGuard guard) {
    this.parts = parts;
    this.owner = owner;
    this.guard = guard;
  }

  /** Registers everything. */
  void on(RoutesConfig routes) {
    routes.before(guard::guard);
    routes.before(guard::checkHost);
    routes.get("/", context -> context.redirect(Links.LIST));
    routes.get(Links.LIST, this::list);
    routes.get(ONE, this::one);
    decisions().forEach((name, action) -> routes.post(ONE + "/" + name, decide(name, action)));
    routes.get("/assets/<path>", this::asset);
    routes.get(Links.STYLE, Routes::style);
    routes.get("/favicon.ico", context -> context.status(HttpStatus.NO_CONTENT));
    routes.exception(CountersignException.class, this::failed);
    routes.exception(Refusal.class, this::refused);
    routes.exception(Exception.class, this::broken);
    routes.error(HttpStatus.NOT_FOUND, this::missing);
  }

  /** What one of the buttons does. */
  @FunctionalInterface
  private interface Action {
    void on(LocalDesk desk, Decision decision, Context context);
  }

  private Map<String, Action> decisions() {
    return Map.of(
        "approve", (desk, decision, c) -> desk.approve(decision, !decision.by().equals(owner)),
        "merge", (desk, decision, c) -> desk.merge(decision),
        "close", (desk, decision, c) -> desk.close(decision, form(c, DecidePart.REASON)),
        "reopen", (desk, decision, c) -> desk.reopen(decision.number(), decision.by()));
  }

  private void list(Context context) {
    try (OpenedRepository opened = new OpenedRepository(parts)) {
      ListPage page = new ListPage(request -> Candidate.of(opened.repository(), request));
      show(context, "Merge requests", page.of(opened.forge().all()));
    }
  }

  private void one(Context context) {
    try (OpenedRepository opened = new OpenedRepository(parts)) {
      LocalMergeRequest request = opened.forge().get(number(context));
      String acting = query(context, DecidePart.ACTING).orElse(owner.login());
      DecidePart decide = new DecidePart(request, acting, guard.token(context));
      Html main =
          RequestPage.of(
              request,
              parts.reviews().review(opened.repository(), request),
              FileChange.of(opened.repository(), request),
              decide.of(opened.desk().objections(request), query(context, "done")));
      show(context, request.text().title(), main);
    }
  }

  private Handler decide(String name, Action action) {
    return context -> {
      guard.checkForm(context);
      Identity by = new Identity(form(context, DecidePart.ACTING), Optional.empty());
      Decision decision = new Decision(number(context), seen(context), by);
      try (OpenedRepository opened = new OpenedRepository(parts)) {
        action.on(opened.desk(), decision, context);
      }
      context.redirect(Links.after(decision.number(), by.login(), name), HttpStatus.SEE_OTHER);
    };
  }

  private void asset(Context context) {
    try (OpenedRepository opened = new OpenedRepository(parts)) {
      byte[] png =
          opened
              .assets()
              .read(context.pathParam("path"))
              .orElseThrow(
                  () -> new Refusal(404, "There is no such picture", "It was never attached."));
      context.header("Cache-Control", "public, max-age=31536000, immutable");
      context.contentType("image/png").result(png);
    }
  }

  private static void style(Context context) {
    context.contentType("text/css; charset=utf-8").result(Stylesheet.text() + SiteStyle.text());
  }

  private void failed(CountersignException failure, Context context) {
    context.status(ErrorPages.status(failure.code()));
    Html back = failure.code() == ErrorCode.NOT_FOUND ? Html.NONE : back(context);
    show(context, ErrorPages.title(failure.code()), ErrorPages.of(failure, back));
  }

  /** From a decision back to what it was about. */
  private static Html back(Context context) {
    if (!context.method().equals(HandlerType.POST)) {
      return Html.NONE;
    }
    return PageParts.paragraph(
        Tag.of("a").with("href", Links.request(number(context))).text("Look at it again"));
  }

  private void refused(Refusal refusal, Context context) {
    context.status(refusal.status());
    show(context, refusal.title(), ErrorPages.of(refusal));
  }

  private void broken(Exception failure, Context context) {
    LOG.log(System.Logger.Level.ERROR, "answering " + context.path() + " failed", failure);
    refused(
        new Refusal(500, "A bug in Countersign", "With --debug the server prints the details."),
        context);
  }

  /** For addresses without a route; a page that said so itself stays as it is. */
  private void missing(Context context) {
    if (context.attribute(ANSWERED) == null) {
      refused(new Refusal(404, "There is no such page", "The address leads nowhere."), context);
    }
  }

  private static void show(Context context, String title, Html main) {
    Html all = Tag.of("a").with("href", Links.list()).text("Merge requests");
    Html navigation = Tag.of("nav").with("aria-label", "Site").containing(all);
    context.attribute(ANSWERED, true);
    context.html(new HtmlPage(title, navigation, main).linkedTo(Links.style()));
  }

  private static long number(Context context) {
    String number = context.pathParam("number");
    if (!number.matches("[1-9][0-9]{0,14}")) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "there is no merge request \"" + number + "\"");
    }
    return Long.parseLong(number);
  }

  private static CommitId seen(Context context) {
    try {
      return new CommitId(form(context, DecidePart.HEAD));
    } catch (IllegalArgumentException e) {
      throw new CountersignException(ErrorCode.INPUT_INVALID, String.valueOf(e.getMessage()), e);
    }
  }

  private static String form(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }

  private static Optional<String> query(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
  }
}
