package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.FakeMergeRequest.State;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Merge requests API: create, update, merge. */
final class GitLabMergeRequestWriting {
  private static final List<String> UPDATABLE =
      List.of(
          "add_labels",
          "allow_collaboration",
          "assignee_id",
          "assignee_ids",
          "description",
          "discussion_locked",
          "labels",
          "milestone_id",
          "remove_labels",
          "remove_source_branch",
          "reviewer_ids",
          "squash",
          "state_event",
          "target_branch",
          "title");

  private final GitLabProject project;
  private final GitLabTexts texts;
  private final GitLabLabels labels;
  private final MergeRequestJson json;

  GitLabMergeRequestWriting(
      GitLabProject project, GitLabTexts texts, GitLabLabels labels, MergeRequestJson json) {
    this.project = project;
    this.texts = texts;
    this.labels = labels;
    this.json = json;
  }

  void on(Api api) {
    api.post(GitLabMergeRequests.ALL, this::create);
    api.put(GitLabMergeRequests.ONE, this::update);
    api.put(GitLabMergeRequests.ONE + "/merge", this::merge);
  }

  private Answer create(Request request) {
    Person by = project.require(request, Role.DEVELOPER);
    String source = required(request, "source_branch");
    String target = required(request, "target_branch");
    String title = required(request, "title");
    checkBranches(source, target);
    FakeMergeRequest one = project.forge().mergeRequests().create(source, target, by);
    texts.retitle(one, by, title);
    request.param("description").ifPresent(text -> texts.describe(one, by, text));
    people(request, one);
    labels(request, one);
    return Answer.created(json.full(one, Optional.of(by)));
  }

  private void checkBranches(String source, String target) {
    FakeForge forge = project.forge();
    if (source.equals(target)) {
      throw GitLabErrors.message(
          422, Json.strings(List.of("You can't use same project/branch for source and target")));
    }
    if (forge.repository().tip(source).isEmpty()) {
      throw GitLabErrors.invalid("source_branch", "does not exist");
    }
    if (forge.repository().tip(target).isEmpty()) {
      throw GitLabErrors.invalid("target_branch", "does not exist");
    }
    forge
        .mergeRequests()
        .open(source, target)
        .ifPresent(
            other -> {
              throw duplicate(other);
            });
  }

  private static dev.countersign.bot.forge.fake.http.ApiError duplicate(FakeMergeRequest other) {
    return GitLabErrors.message(
        409,
        Json.strings(
            List.of(
                "Another open merge request already exists for this source branch: !"
                    + other.number())));
  }

  private Answer update(Request request) {
    FakeMergeRequest one = project.mergeRequest(request);
    Person by = project.user(request);
    if (!one.author().equals(by)) {
      project.require(request, Role.DEVELOPER);
    }
    if (UPDATABLE.stream().noneMatch(request::has)) {
      throw GitLabErrors.error(
          400,
          String.join(", ", UPDATABLE) + " are missing, at least one parameter must be provided");
    }
    texts(request, one, by);
    people(request, one);
    labels(request, one);
    one.touch(project.forge().now());
    request.param("state_event").ifPresent(event -> state(one, by, event));
    return Answer.ok(json.full(one, Optional.of(by)));
  }

  private void texts(Request request, FakeMergeRequest one, Person by) {
    request
        .param("title")
        .ifPresent(
            title -> {
              if (title.isBlank()) {
                throw GitLabErrors.error(400, "title is empty");
              }
              String old = one.title();
              texts.retitle(one, by, title);
              if (!old.equals(title)) {
                texts.note(one, by, "changed title from **%s** to **%s**".formatted(old, title));
              }
            });
    request.param("description").ifPresent(text -> texts.describe(one, by, text));
    request.param("target_branch").ifPresent(one::retarget);
  }

  private void state(FakeMergeRequest one, Person by, String event) {
    FakeForge forge = project.forge();
    if (event.equals("close") && one.open()) {
      forge.mergeRequests().close(one, by);
    } else if (event.equals("reopen") && one.state() == State.CLOSED) {
      forge
          .mergeRequests()
          .open(one.source(), one.target())
          .ifPresent(
              other -> {
                throw duplicate(other);
              });
      forge.mergeRequests().reopen(one, by);
    } else if (!event.equals("close") && !event.equals("reopen")) {
      throw GitLabErrors.error(400, "state_event does not have a valid value");
    }
  }

  private void people(Request request, FakeMergeRequest one) {
    if (request.has("assignee_ids") || request.has("assignee_id")) {
      String name = request.has("assignee_ids") ? "assignee_ids" : "assignee_id";
      replace(one.assignees(), limit(found(request.list(name)), 1));
    }
    if (request.has("reviewer_ids")) {
      replace(
          one.reviewers(),
          limit(found(request.list("reviewer_ids")), project.settings().reviewersAllowed()));
    }
  }

  /** The free tier keeps the first one and says nothing. */
  private static List<Person> limit(List<Person> people, int allowed) {
    return people.subList(0, Math.min(allowed, people.size()));
  }

  /** Ids of nobody, or of somebody without access, are left out in silence. */
  private List<Person> found(List<String> ids) {
    List<Person> found = new ArrayList<>();
    for (String id : ids) {
      if (id.matches("\\d{1,18}")) {
        project
            .forge()
            .people()
            .find(Long.parseLong(id))
            .filter(who -> project.forge().people().roleOf(who).includes(Role.GUEST))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static void replace(Set<Person> old, Collection<Person> people) {
    old.clear();
    old.addAll(people);
  }

  private void labels(Request request, FakeMergeRequest one) {
    Set<String> names = new LinkedHashSet<>(one.labels());
    if (request.has("labels")) {
      names.clear();
      names.addAll(GitLabLabels.names(request, "labels"));
    }
    names.addAll(GitLabLabels.names(request, "add_labels"));
    names.removeAll(GitLabLabels.names(request, "remove_labels"));
    labels.ensure(names);
    one.labels().clear();
    one.labels().addAll(names);
  }

  private Answer merge(Request request) {
    FakeMergeRequest one = project.mergeRequest(request);
    Person by = project.user(request);
    if (!project.mayMerge(by, one.target())) {
      throw GitLabErrors.unauthorized();
    }
    if (!one.open() || MergeRequestJson.isDraft(one) || one.newest().commits().isEmpty()) {
      throw GitLabErrors.message(405, "405 Method Not Allowed");
    }
    if (!project.forge().landings().possible(one)) {
      throw GitLabErrors.message(
          project.settings().isAtLeast(16, 0) ? 422 : 406, "Branch cannot be merged");
    }
    if (request.param("sha").filter(sha -> !sha.equals(one.head())).isPresent()) {
      throw GitLabErrors.message(409, "SHA does not match HEAD of source branch: " + one.head());
    }
    land(one, by, request.flag("squash").orElse(false) ? MergeMethod.SQUASH : MergeMethod.MERGE);
    return Answer.ok(json.full(one, Optional.of(by)));
  }

  /** Merges in a person's name; answers what the target points at since. */
  String land(FakeMergeRequest one, Person by, MergeMethod method) {
    String message =
        "Merge branch '%s' into '%s'\n\n%s\n\nSee merge request %s!%d\n"
            .formatted(
                one.source(),
                one.target(),
                one.title(),
                project.settings().projectPath(),
                one.number());
    String commit =
        project
            .forge()
            .landings()
            .merge(one, by, method, true, message)
            .orElseThrow(() -> GitLabErrors.message(422, "Branch cannot be merged"));
    return commit;
  }

  private static String required(Request request, String name) {
    return request
        .param(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> GitLabErrors.error(400, name + " is missing"));
  }
}
