package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Comment;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;

/** Comments below a pull request, which are issue comments. */
final class GitHubComments {
  private static final String ALL = GitHubIssues.ONE + "/comments";
  private static final String ONE = GitHubRepo.PATH + "/issues/comments/{comment}";
  private static final int MAX_BODY = 65_536;

  private final GitHubRepo repo;
  private final GitHubUsers users;
  private final PullJson json;

  GitHubComments(GitHubRepo repo, GitHubUsers users, PullJson json) {
    this.repo = repo;
    this.users = users;
    this.json = json;
  }

  void on(Api api) {
    api.get(ONE, request -> Answer.ok(json(owning(request), find(request))));
    api.patch(ONE, this::edit);
    api.delete(ONE, this::delete);
    api.get(ALL, this::list);
    api.post(ALL, this::create);
  }

  private Answer list(Request request) {
    repo.reading(request, "issues", "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    List<Comment> comments =
        pull.comments().stream()
            .filter(
                one ->
                    request
                        .queryParam("since")
                        .map(since -> GitHubTimes.of(one.updated()).compareTo(since) >= 0)
                        .orElse(true))
            .toList();
    return GitHubPages.of(request, repo, comments, comment -> json(pull, comment));
  }

  private Answer create(Request request) {
    Person by = repo.writing(request, Role.GUEST, "issues", "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    return Answer.created(json(pull, repo.forge().comment(pull, by, body(request))));
  }

  private static String body(Request request) {
    String body = request.param("body").orElse("");
    if (body.isBlank()) {
      throw GitHubErrors.invalid("IssueComment", "body", "missing_field");
    }
    if (body.length() > MAX_BODY) {
      throw GitHubErrors.custom("IssueComment", "body is too long (maximum is 65536 characters)");
    }
    return body;
  }

  private Answer edit(Request request) {
    Comment old = mine(request);
    FakeMergeRequest pull = owning(request);
    Comment edited = old.edited(body(request), repo.forge().now());
    pull.comments(all -> all.stream().map(c -> c.id() == old.id() ? edited : c).toList());
    repo.forge().notifyMentioned(edited.body(), old.author(), "comment on " + pull.number());
    return Answer.ok(json(pull, edited));
  }

  private Answer delete(Request request) {
    Comment old = mine(request);
    owning(request).comments(all -> all.stream().filter(c -> c.id() != old.id()).toList());
    return Answer.noContent();
  }

  private Comment mine(Request request) {
    Person by = repo.writing(request, Role.GUEST, "issues", "pull_requests");
    Comment comment = find(request);
    if (!comment.author().equals(by) && !repo.roleOf(request).includes(Role.DEVELOPER)) {
      throw GitHubErrors.message(403, "Must have admin rights to Repository.");
    }
    return comment;
  }

  private FakeMergeRequest owning(Request request) {
    repo.reading(request, "issues", "pull_requests");
    return repo.forge().mergeRequests().all().stream()
        .filter(pull -> pull.comments().stream().anyMatch(c -> c.id() == id(request)))
        .findFirst()
        .orElseThrow(GitHubErrors::notFound);
  }

  private Comment find(Request request) {
    return owning(request).comments().stream()
        .filter(comment -> comment.id() == id(request))
        .findFirst()
        .orElseThrow(GitHubErrors::notFound);
  }

  private static long id(Request request) {
    return request.number("comment");
  }

  private JsonNode json(FakeMergeRequest pull, Comment comment) {
    return Json.object()
        .put("url", repo.apiUrl() + "/issues/comments/" + comment.id())
        .put("html_url", repo.webUrl() + "/pull/" + pull.number() + "#issuecomment-" + comment.id())
        .put("issue_url", json.issueUrl(pull))
        .put("id", comment.id())
        .put("node_id", "IC_" + comment.id())
        .put("user", users.simple(comment.author()))
        .put("created_at", GitHubTimes.of(comment.created()))
        .put("updated_at", GitHubTimes.of(comment.updated()))
        .put("body", comment.body())
        .put("author_association", json.association(comment.author()))
        .none("performed_via_github_app")
        .node();
  }
}
