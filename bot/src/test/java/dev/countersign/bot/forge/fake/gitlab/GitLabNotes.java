package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Comment;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.Comparator;
import java.util.List;

/** Notes API: comments and system notes. */
final class GitLabNotes {
  private static final String ALL = GitLabProject.PATH + "/merge_requests/{iid}/notes";
  private static final String ONE = ALL + "/{note}";

  private final GitLabProject project;
  private final GitLabUsers users;
  private final GitLabTexts texts;

  GitLabNotes(GitLabProject project, GitLabUsers users, GitLabTexts texts) {
    this.project = project;
    this.users = users;
    this.texts = texts;
  }

  void on(Api api) {
    api.get(ALL, this::list);
    api.post(ALL, this::create);
    api.get(ONE, request -> Answer.ok(json(project.mergeRequest(request), find(request))));
    api.put(ONE, this::edit);
    api.delete(ONE, this::delete);
  }

  private Answer list(Request request) {
    FakeMergeRequest one = project.mergeRequest(request);
    boolean byUpdate = request.param("order_by").filter("updated_at"::equals).isPresent();
    Comparator<Comment> order =
        Comparator.comparing(byUpdate ? Comment::updated : Comment::created)
            .thenComparing(Comment::id);
    boolean ascending = request.param("sort").filter("asc"::equals).isPresent();
    List<Comment> notes =
        one.comments().stream().sorted(ascending ? order : order.reversed()).toList();
    return GitLabPages.of(request, project, notes, note -> json(one, note));
  }

  private Answer create(Request request) {
    Person by = project.require(request, Role.GUEST);
    FakeMergeRequest one = project.mergeRequest(request);
    String body =
        request.param("body").orElseThrow(() -> GitLabErrors.error(400, "body is missing"));
    if (body.isBlank()) {
      throw GitLabErrors.message(400, "400 Bad request - Note can't be blank");
    }
    Comment comment = texts.comment(one, by, body);
    if (comment.body().isBlank()) {
      return Answer.json(
          202,
          Json.object()
              .put("commands_changes", Json.object().node())
              .put("summary", List.of("Commands applied"))
              .node());
    }
    return Answer.created(json(one, comment));
  }

  private Answer edit(Request request) {
    Comment old = mine(request, project.require(request, Role.GUEST));
    FakeMergeRequest one = project.mergeRequest(request);
    String body =
        request.param("body").orElseThrow(() -> GitLabErrors.error(400, "body is missing"));
    Comment edited = texts.edit(one, old, body);
    return Answer.ok(json(one, edited));
  }

  private Answer delete(Request request) {
    Comment old = mine(request, project.require(request, Role.GUEST));
    project
        .mergeRequest(request)
        .comments(all -> all.stream().filter(c -> c.id() != old.id()).toList());
    return Answer.noContent();
  }

  private Comment mine(Request request, Person by) {
    Comment note = find(request);
    boolean maintainer = project.roleOf(request).includes(Role.MAINTAINER);
    if (note.system() || (!note.author().equals(by) && !maintainer)) {
      throw GitLabErrors.forbidden();
    }
    return note;
  }

  private Comment find(Request request) {
    return project.mergeRequest(request).comments().stream()
        .filter(note -> note.id() == request.number("note"))
        .findFirst()
        .orElseThrow(() -> GitLabErrors.notFound("Note"));
  }

  private JsonNode json(FakeMergeRequest request, Comment note) {
    return Json.object()
        .put("id", note.id())
        .none("type")
        .put("body", note.body())
        .none("attachment")
        .put("author", users.basic(note.author()))
        .put("created_at", GitLabTimes.of(note.created()))
        .put("updated_at", GitLabTimes.of(note.updated()))
        .put("system", note.system())
        .put("noteable_id", request.globalId())
        .put("noteable_type", "MergeRequest")
        .put("project_id", GitLabSettings.PROJECT_ID)
        .put("resolvable", false)
        .put("confidential", false)
        .put("internal", false)
        .put("imported", false)
        .put("imported_from", "none")
        .put("noteable_iid", request.number())
        .put("commands_changes", Json.object().node())
        .node();
  }
}
