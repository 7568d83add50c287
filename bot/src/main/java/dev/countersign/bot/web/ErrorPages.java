package dev.countersign.bot.web;

import dev.countersign.bot.review.html.Html;
import dev.countersign.bot.review.html.Tag;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.util.Locale;

/** Failures as pages: what happened, and where to go from there. */
final class ErrorPages {
  private ErrorPages() {}

  /** The HTTP status that says whose fault it is. */
  static int status(ErrorCode code) {
    return switch (code) {
      case NOT_FOUND -> 404;
      case INPUT_INVALID, PATH_REFUSED, USAGE -> 400;
      case ACCESS_DENIED -> 403;
      case CONFLICT, ALREADY_EXISTS, GATE_FAILED, NOT_APPROVED, HELD -> 409;
      case REMOTE_UNAVAILABLE, ENVIRONMENT_UNAVAILABLE, TIMED_OUT -> 503;
      default -> 500;
    };
  }

  /**
   * The content of the page for a failure.
   *
   * @param back where the person came from
   */
  static Html of(CountersignException failure, Html back) {
    Html problems =
        failure.problems().isEmpty()
            ? Html.NONE
            : Tag.of("ul")
                .containing(failure.problems().stream().map(ErrorPages::problem).toList());
    return content(
        title(failure.code()), sentence(failure.explanation()), Html.all(problems, back));
  }

  /** The content of the page for a request that was not answered. */
  static Html of(Refusal refusal) {
    return content(refusal.title(), refusal.explanation(), Html.NONE);
  }

  static String title(ErrorCode code) {
    return switch (status(code)) {
      case 404 -> "There is no such page";
      case 409 -> "Nothing was decided";
      case 400 -> "That cannot be";
      default -> "Something went wrong";
    };
  }

  private static Html content(String title, String text, Html more) {
    return Html.all(
        Tag.of("h1").text(title),
        PageParts.paragraph(text),
        more,
        PageParts.paragraph(Tag.of("a").with("href", Links.list()).text("All merge requests")));
  }

  /** Messages are written to follow "error:"; on a page they stand alone. */
  private static String sentence(String message) {
    return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
  }

  private static Html problem(Problem problem) {
    return Tag.of("li").text(problem.message());
  }
}
