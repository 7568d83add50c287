package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Labels API; a label that an issue is given is made by the way. */
final class GitHubLabels {
  private static final String ALL = GitHubRepo.PATH + "/labels";
  private static final String OF_ISSUE = GitHubRepo.PATH + "/issues/{number}/labels";

  /** A label of the repository. */
  record Label(long id, String name, String color, String description) {}

  private final GitHubRepo repo;
  private final Map<String, Label> labels = new LinkedHashMap<>();

  GitHubLabels(GitHubRepo repo) {
    this.repo = repo;
  }

  void on(Api api) {
    api.get(ALL, this::list);
    api.post(ALL, this::create);
    api.get(ALL + "/{name}", this::get);
    api.get(OF_ISSUE, request -> Answer.ok(read(request)));
    api.post(OF_ISSUE, this::add);
    api.put(OF_ISSUE, this::replace);
    api.delete(OF_ISSUE, this::clear);
    api.delete(OF_ISSUE + "/{name}", this::remove);
  }

  JsonNode json(FakeMergeRequest pull) {
    return Json.array(pull.labels(), name -> json(ensure(name)));
  }

  private Label ensure(String name) {
    return labels.computeIfAbsent(name, n -> new Label(repo.forge().nextId(), n, "ededed", ""));
  }

  private Answer list(Request request) {
    repo.reading(request, "issues", "pull_requests");
    return GitHubPages.of(request, repo, List.copyOf(labels.values()), this::json);
  }

  private Answer get(Request request) {
    repo.reading(request, "issues", "pull_requests");
    Label label = labels.get(request.path("name"));
    if (label == null) {
      throw GitHubErrors.notFound();
    }
    return Answer.ok(json(label));
  }

  private Answer create(Request request) {
    repo.writing(request, Role.DEVELOPER, "issues", "pull_requests");
    String name =
        request
            .param("name")
            .orElseThrow(() -> GitHubErrors.invalid("Label", "name", "missing_field"));
    if (labels.containsKey(name)) {
      throw GitHubErrors.invalid("Label", "name", "already_exists");
    }
    Label label =
        new Label(
            repo.forge().nextId(),
            name,
            request.param("color").orElse("ededed"),
            request.param("description").orElse(""));
    labels.put(name, label);
    return Answer.created(json(label));
  }

  private JsonNode read(Request request) {
    repo.reading(request, "issues", "pull_requests");
    return json(repo.pull(request));
  }

  private Answer add(Request request) {
    FakeMergeRequest pull = writing(request);
    names(request).forEach(name -> put(pull, name));
    return Answer.ok(json(pull));
  }

  private Answer replace(Request request) {
    FakeMergeRequest pull = writing(request);
    pull.labels().clear();
    names(request).forEach(name -> put(pull, name));
    return Answer.ok(json(pull));
  }

  private Answer clear(Request request) {
    writing(request).labels().clear();
    return Answer.noContent();
  }

  private Answer remove(Request request) {
    FakeMergeRequest pull = writing(request);
    if (!pull.labels().remove(request.path("name"))) {
      throw GitHubErrors.message(404, "Label does not exist");
    }
    repo.forge().happened(pull, "unlabeled", repo.forge().system(), request.path("name"));
    return Answer.ok(json(pull));
  }

  void set(FakeMergeRequest pull, Set<String> names) {
    pull.labels().clear();
    names.forEach(name -> put(pull, name));
  }

  private void put(FakeMergeRequest pull, String name) {
    ensure(name);
    if (pull.labels().add(name)) {
      repo.forge().happened(pull, "labeled", repo.forge().system(), name);
    }
  }

  private FakeMergeRequest writing(Request request) {
    repo.writing(request, Role.REPORTER, "issues", "pull_requests");
    return repo.pull(request);
  }

  /** The body is an object with {@code labels}, or the bare list. */
  private static List<String> names(Request request) {
    if (request.body().isArray()) {
      return StreamSupport.stream(request.body().spliterator(), false)
          .map(GitHubLabels::name)
          .toList();
    }
    return StreamSupport.stream(request.body().path("labels").spliterator(), false)
        .map(GitHubLabels::name)
        .toList();
  }

  private static String name(JsonNode label) {
    return label.isObject() ? label.path("name").asText() : label.asText();
  }

  private JsonNode json(Label label) {
    return Json.object()
        .put("id", label.id())
        .put("node_id", "LA_" + label.id())
        .put("url", repo.apiUrl() + "/labels/" + label.name())
        .put("name", label.name())
        .put("color", label.color())
        .put("default", false)
        .put("description", label.description())
        .node();
  }
}
