package dev.countersign.bot.forge.fake.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels API; a label that a merge request names is made by the way. */
final class GitLabLabels {
  /** A label of the project. */
  record Label(long id, String name, String color, String description) {}

  private final GitLabProject project;
  private final Map<String, Label> labels = new LinkedHashMap<>();

  GitLabLabels(GitLabProject project) {
    this.project = project;
  }

  void on(Api api) {
    api.get(GitLabProject.PATH + "/labels", this::list);
    api.post(GitLabProject.PATH + "/labels", this::create);
  }

  void ensure(Collection<String> names) {
    names.forEach(name -> add(name, "#6699cc", ""));
  }

  /** Names that come as one string with commas, or as a list. */
  static List<String> names(Request request, String parameter) {
    List<String> names = new ArrayList<>();
    for (String value : request.list(parameter)) {
      names.addAll(Arrays.asList(value.split(",")));
    }
    return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  private Label add(String name, String color, String description) {
    return labels.computeIfAbsent(
        name, n -> new Label(project.forge().nextId(), n, color, description));
  }

  private Answer list(Request request) {
    project.checkVisible(request);
    return GitLabPages.of(request, project, List.copyOf(labels.values()), GitLabLabels::json);
  }

  private Answer create(Request request) {
    project.require(request, Role.REPORTER);
    String name =
        request.param("name").orElseThrow(() -> GitLabErrors.error(400, "name is missing"));
    String color =
        request.param("color").orElseThrow(() -> GitLabErrors.error(400, "color is missing"));
    if (labels.containsKey(name)) {
      throw GitLabErrors.message(409, "Label already exists");
    }
    return Answer.created(json(add(name, color, request.param("description").orElse(""))));
  }

  private static JsonNode json(Label label) {
    return Json.object()
        .put("id", label.id())
        .put("name", label.name())
        .put("description", label.description())
        .put("description_html", label.description())
        .put("text_color", "#FFFFFF")
        .put("color", label.color())
        .put("archived", false)
        .put("subscribed", false)
        .none("priority")
        .put("is_project_label", true)
        .node();
  }
}
