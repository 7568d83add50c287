package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** GitHub's pagination by a {@code Link} header with absolute addresses. */
final class GitHubPages {
  private static final int MAX_PER_PAGE = 100;

  private GitHubPages() {}

  static <T> Answer of(Request request, GitHubRepo repo, List<T> all, Function<T, JsonNode> item) {
    int perPage = Math.min(number(request, "per_page", 30), MAX_PER_PAGE);
    int page = number(request, "page", 1);
    int from = Math.min((page - 1) * perPage, all.size());
    int to = Math.min(from + perPage, all.size());
    Answer answer = Answer.ok(Json.array(all.subList(from, to), item));
    int last = Math.max(1, (all.size() + perPage - 1) / perPage);
    List<String> links = new ArrayList<>();
    if (page > 1) {
      links.add(link(request, repo, page - 1, "prev"));
    }
    if (page < last) {
      links.add(link(request, repo, page + 1, "next"));
      links.add(link(request, repo, last, "last"));
    }
    if (page > 1) {
      links.add(link(request, repo, 1, "first"));
    }
    return links.isEmpty() ? answer : answer.with("link", String.join(", ", links));
  }

  private static String link(Request request, GitHubRepo repo, int page, String rel) {
    List<String> query = new ArrayList<>();
    for (String part : request.query().split("&", -1)) {
      if (!part.isEmpty() && !part.startsWith("page=")) {
        query.add(part);
      }
    }
    query.add("page=" + page);
    return "<%s%s?%s>; rel=\"%s\""
        .formatted(repo.rootUrl(), request.rawPath(), String.join("&", query), rel);
  }

  private static int number(Request request, String name, int otherwise) {
    return request
        .queryParam(name)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .filter(value -> value > 0)
        .orElse(otherwise);
  }
}
