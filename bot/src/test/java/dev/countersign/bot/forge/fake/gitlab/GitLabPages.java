package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** GitLab's offset-based pagination; see "REST API", "Pagination", in its documentation. */
final class GitLabPages {
  private static final int MAX_PER_PAGE = 100;
  private static final int COUNTED_UP_TO = 10_000;

  private GitLabPages() {}

  static <T> Answer of(
      Request request, GitLabProject project, List<T> all, Function<T, JsonNode> item) {
    int perPage = Math.min(number(request, "per_page", 20), MAX_PER_PAGE);
    int page = number(request, "page", 1);
    int from = Math.min((page - 1) * perPage, all.size());
    int to = Math.min(from + perPage, all.size());
    boolean more = to < all.size();
    Answer answer =
        Answer.ok(Json.array(all.subList(from, to), item))
            .with("x-page", Integer.toString(page))
            .with("x-per-page", Integer.toString(perPage))
            .with("x-prev-page", page > 1 ? Integer.toString(page - 1) : "")
            .with("x-next-page", more ? Integer.toString(page + 1) : "");
    int pages = Math.max(1, (all.size() + perPage - 1) / perPage);
    boolean counted = all.size() <= COUNTED_UP_TO;
    if (counted) {
      answer =
          answer
              .with("x-total", Integer.toString(all.size()))
              .with("x-total-pages", Integer.toString(pages));
    }
    return answer.with("link", links(request, project, page, perPage, more, counted ? pages : 0));
  }

  private static String links(
      Request request, GitLabProject project, int page, int perPage, boolean more, int pages) {
    List<String> links = new ArrayList<>();
    if (page > 1) {
      links.add(link(request, project, page - 1, perPage, "prev"));
    }
    if (more) {
      links.add(link(request, project, page + 1, perPage, "next"));
    }
    links.add(link(request, project, 1, perPage, "first"));
    if (pages > 0) {
      links.add(link(request, project, pages, perPage, "last"));
    }
    return String.join(", ", links);
  }

  private static String link(
      Request request, GitLabProject project, int page, int perPage, String rel) {
    String path = request.rawPath().substring(project.settings().basePath().length());
    List<String> query = new ArrayList<>();
    for (String part : request.query().split("&", -1)) {
      if (!part.isEmpty() && !part.startsWith("page=") && !part.startsWith("per_page=")) {
        query.add(part);
      }
    }
    query.add("page=" + page);
    query.add("per_page=" + perPage);
    return "<%s%s?%s>; rel=\"%s\"".formatted(project.rootUrl(), path, String.join("&", query), rel);
  }

  private static int number(Request request, String name, int otherwise) {
    return request
        .param(name)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .filter(value -> value > 0)
        .orElse(otherwise);
  }
}
