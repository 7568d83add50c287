package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.bot.forge.fake.Comment;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Review;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;
import java.util.Optional;

/** Merge request approvals API. */
final class GitLabApprovals {
  private static final String ONE = GitLabProject.PATH + "/merge_requests/{iid}";

  /** The first GitLab that says when each approval was given (merge request 204605 of GitLab). */
  private static final int[] FIRST_WITH_TIMES = {18, 4};

  private static final int[] FIRST_WITH_RESET = {15, 4};

  private final GitLabProject project;
  private final GitLabUsers users;

  GitLabApprovals(GitLabProject project, GitLabUsers users) {
    this.project = project;
    this.users = users;
  }

  void on(Api api) {
    api.get(ONE + "/approvals", request -> Answer.ok(json(request, project.mergeRequest(request))));
    api.post(ONE + "/approve", this::approve);
    api.post(ONE + "/unapprove", this::unapprove);
    api.put(ONE + "/reset_approvals", this::reset);
    api.get(ONE + "/approval_state", this::state);
  }

  private Answer approve(Request request) {
    Person by = project.require(request, Role.DEVELOPER);
    FakeMergeRequest one = project.mergeRequest(request);
    if (request.param("sha").filter(sha -> !sha.equals(one.head())).isPresent()) {
      throw GitLabErrors.message(409, "SHA does not match HEAD of source branch: " + one.head());
    }
    if (!one.open() || approved(one, by)) {
      throw GitLabErrors.unauthorized();
    }
    add(project.forge(), one, by);
    return Answer.created(json(request, one));
  }

  private Answer unapprove(Request request) {
    Person by = project.require(request, Role.DEVELOPER);
    FakeMergeRequest one = project.mergeRequest(request);
    if (!approved(one, by)) {
      throw GitLabErrors.notFound();
    }
    remove(project.forge(), one, by);
    return Answer.created(json(request, one));
  }

  /** Only for bots with a project or group token; see "Reset approvals of a merge request". */
  private Answer reset(Request request) {
    if (!project.settings().isAtLeast(FIRST_WITH_RESET)) {
      throw GitLabErrors.error(404, "404 Not Found");
    }
    Person by = project.require(request, Role.DEVELOPER);
    FakeMergeRequest one = project.mergeRequest(request);
    if (!by.bot() || one.state() == FakeMergeRequest.State.MERGED) {
      throw GitLabErrors.unauthorized();
    }
    one.reviews(all -> List.of());
    return Answer.json(202, JsonNodeFactory.instance.numberNode(202));
  }

  static void add(FakeForge forge, FakeMergeRequest request, Person by) {
    if (!approved(request, by)) {
      request.add(
          new Review(forge.nextId(), by, Review.State.APPROVED, "", request.head(), forge.now()));
      note(forge, request, by, "approved this merge request");
    }
  }

  static void remove(FakeForge forge, FakeMergeRequest request, Person by) {
    request.reviews(all -> all.stream().filter(review -> !review.by().equals(by)).toList());
    note(forge, request, by, "unapproved this merge request");
  }

  private static void note(FakeForge forge, FakeMergeRequest request, Person by, String text) {
    request.add(new Comment(forge.nextId(), by, text, true, forge.now(), forge.now()));
    request.touch(forge.now());
  }

  private static boolean approved(FakeMergeRequest request, Person by) {
    return request.reviews().stream().anyMatch(review -> review.by().equals(by));
  }

  /** The free tier says who approved, and no more. */
  private JsonNode json(Request request, FakeMergeRequest one) {
    Optional<Person> reader = request.token().map(token -> token.owner());
    boolean mine = reader.map(who -> approved(one, who)).orElse(false);
    JsonNode free =
        Json.object()
            .put("user_has_approved", mine)
            .put("user_can_approve", !mine && project.roleOf(request).includes(Role.DEVELOPER))
            .put("approved", !one.reviews().isEmpty())
            .put("approved_by", Json.array(one.reviews(), this::approver))
            .node();
    return project.settings().isPaid() ? paid(one, free) : free;
  }

  private static JsonNode paid(FakeMergeRequest one, JsonNode free) {
    return Json.object()
        .put("id", one.globalId())
        .put("iid", one.number())
        .put("project_id", GitLabSettings.PROJECT_ID)
        .put("title", one.title())
        .put("description", one.body())
        .put("state", MergeRequestJson.state(one))
        .put("created_at", GitLabTimes.of(one.created()))
        .put("updated_at", GitLabTimes.of(one.updated()))
        .put("merge_status", "can_be_merged")
        .put("approvals_required", 0)
        .put("approvals_left", 0)
        .put("require_password_to_approve", false)
        .put("suggested_approvers", List.of())
        .put("approvers", List.of())
        .put("approver_groups", List.of())
        .put("approval_rules_left", List.of())
        .put("has_approval_rules", false)
        .put("merge_request_approvers_available", true)
        .put("multiple_approval_rules_available", true)
        .putAll(free)
        .node();
  }

  private JsonNode approver(Review review) {
    Json json = Json.object().put("user", users.basic(review.by()));
    if (project.settings().isAtLeast(FIRST_WITH_TIMES)) {
      json.put("approved_at", GitLabTimes.of(review.at()));
    }
    return json.node();
  }

  private Answer state(Request request) {
    project.mergeRequest(request);
    return Answer.ok(
        Json.object().put("approval_rules_overwritten", false).put("rules", List.of()).node());
  }
}
