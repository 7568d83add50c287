package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;
import java.util.Optional;

/**
 * The two GraphQL mutations that change the draft state, and the query for the classic protection
 * of branches. Understands no GraphQL: looks for the name of the mutation and for a pull request's
 * node id, in the query or its variables; branches are the variables {@code b0}, {@code b1}, …
 */
final class GitHubGraphQl {
  private static final String TO_DRAFT = "convertPullRequestToDraft";
  private static final String TO_READY = "markPullRequestReadyForReview";

  private final GitHubRepo repo;

  GitHubGraphQl(GitHubRepo repo) {
    this.repo = repo;
  }

  void on(Api api) {
    api.post("/graphql", this::answer);
  }

  private Answer answer(Request request) {
    Token token = request.token().orElseThrow(GitHubErrors::requiresAuthentication);
    String query = request.body().path("query").asText();
    if (query.contains("refUpdateRule")) {
      return Answer.ok(Json.object().put("data", protections(request, token)).node());
    }
    String name = query.contains(TO_DRAFT) ? TO_DRAFT : query.contains(TO_READY) ? TO_READY : "";
    if (name.isEmpty()) {
      return failed(name, "UNKNOWN", "the fake knows only %s and %s".formatted(TO_DRAFT, TO_READY));
    }
    String text = query + " " + request.body().path("variables");
    Optional<FakeMergeRequest> pull =
        repo.forge().mergeRequests().all().stream()
            .filter(one -> text.contains("\"" + PullJson.nodeId(one) + "\""))
            .findFirst();
    if (pull.isEmpty() || repo.forge().people().roleOf(token.owner()) == Role.NONE) {
      return failed(name, "NOT_FOUND", "Could not resolve to a node with the global id");
    }
    if (!token.has("repo", "pull_requests:write")) {
      return failed(name, "FORBIDDEN", GitHubRepo.notAccessible(token).answer().text());
    }
    return change(pull.get(), name, token);
  }

  private JsonNode protections(Request request, Token token) {
    Json repository = Json.object().put("id", "R_1");
    request.body().path("variables").properties().stream()
        .filter(variable -> variable.getKey().matches("b\\d+"))
        .forEach(
            variable ->
                repository.put(
                    variable.getKey(),
                    ref(token, variable.getValue().asText().replaceFirst("^refs/heads/", ""))));
    boolean visible = repo.settings().isPublic() || roleOf(token) != Role.NONE;
    return Json.object()
        .put("viewer", Json.object().put("login", token.owner().login()).node())
        .put("repository", visible ? repository.node() : NullNode.getInstance())
        .node();
  }

  private JsonNode ref(Token token, String branch) {
    if (repo.forge().repository().tip(branch).isEmpty()) {
      return NullNode.getInstance();
    }
    if (!repo.isClassic(branch)) {
      return Json.object().none("refUpdateRule").node();
    }
    int approvals = repo.settings().approvalsRequired();
    JsonNode rule =
        Json.object()
            .put("viewerCanPush", repo.mayPush(token.owner(), branch))
            .put("allowsForcePushes", false)
            .put("requiredApprovingReviewCount", Optional.of(approvals).filter(n -> n > 0))
            .node();
    return Json.object().put("refUpdateRule", rule).node();
  }

  private Role roleOf(Token token) {
    return repo.forge().people().roleOf(token.owner());
  }

  private Answer change(FakeMergeRequest pull, String name, Token token) {
    boolean draft = name.equals(TO_DRAFT);
    if (draft && !repo.settings().draftsSupported()) {
      return failed(
          name, "UNPROCESSABLE", "Draft pull requests are not supported in this repository.");
    }
    if (pull.draft() != draft) {
      pull.draft(draft);
      repo.forge()
          .happened(pull, draft ? "convert_to_draft" : "ready_for_review", token.owner(), "");
    }
    JsonNode node =
        Json.object()
            .put("id", PullJson.nodeId(pull))
            .put("number", pull.number())
            .put("isDraft", pull.draft())
            .node();
    return Answer.ok(
        Json.object()
            .put(
                "data",
                Json.object()
                    .put(
                        name,
                        Json.object().put("pullRequest", node).none("clientMutationId").node())
                    .node())
            .node());
  }

  private static Answer failed(String name, String type, String message) {
    JsonNode error =
        Json.object().put("type", type).put("path", List.of(name)).put("message", message).node();
    return Answer.ok(
        Json.object()
            .put("data", Json.object().put(name, NullNode.getInstance()).node())
            .put("errors", List.of(error))
            .node());
  }
}
