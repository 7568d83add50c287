package dev.countersign.bot.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.Problem;

/** Shows a failure: to people as text, to programs as JSON. No class names, no stack traces. */
final class ErrorPage {
  private ErrorPage() {}

  /**
   * @param command as a person types it, for example {@code countersign propose}
   */
  static String text(CountersignException failure, String command) {
    StringBuilder page = new StringBuilder();
    page.append("error ")
        .append(failure.code().label())
        .append(" (exit ")
        .append(failure.code().exit().number())
        .append("): ")
        .append(failure.explanation());
    failure.problems().stream()
        .map(Problem::toString)
        .filter(problem -> !failure.explanation().endsWith(problem))
        .forEach(problem -> page.append("\n  - ").append(problem));
    Remedy remedy = Remedy.of(failure.code()).during(command);
    return page.append("\n  what helps: ")
        .append(remedy.advice())
        .append("\n  re-running: ")
        .append(remedy.rerun())
        .toString();
  }

  static ObjectNode json(CountersignException failure, String command) {
    Remedy remedy = Remedy.of(failure.code()).during(command);
    ObjectNode error = Result.object();
    error.put("code", failure.code().label());
    error.put("exitCode", failure.code().exit().number());
    error.put("fault", failure.code().fault().name().toLowerCase(java.util.Locale.ROOT));
    error.put("message", failure.explanation());
    ArrayNode problems = error.putArray("problems");
    for (Problem problem : failure.problems()) {
      problems.addObject().put("path", problem.path()).put("message", problem.message());
    }
    error.put("remedy", remedy.advice()).put("rerun", remedy.rerun());
    ObjectNode page = Result.object();
    page.set("error", error);
    return page;
  }
}
