package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.git.FakeRepository;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;
import org.eclipse.jgit.lib.Constants;

/** Git database API: references. */
final class GitHubRefs {
  private static final String GIT = GitHubRepo.PATH + "/git";

  private final GitHubRepo repo;

  GitHubRefs(GitHubRepo repo) {
    this.repo = repo;
  }

  void on(Api api) {
    api.get(GIT + "/ref/<ref>", this::get);
    api.get(GIT + "/matching-refs/<ref>", this::matching);
    api.post(GIT + "/refs", this::create);
    api.patch(GIT + "/refs/<ref>", this::update);
    api.delete(GIT + "/refs/<ref>", this::delete);
  }

  private Answer get(Request request) {
    repo.reading(request, "contents");
    String ref = Constants.R_REFS + request.path("ref");
    String id = repository().ref(ref).orElseThrow(GitHubErrors::notFound);
    return Answer.ok(json(ref, id));
  }

  private Answer matching(Request request) {
    repo.reading(request, "contents");
    String prefix = request.path("ref").replaceFirst("^heads/?", "");
    List<String> found =
        repository().branches().keySet().stream()
            .filter(branch -> branch.startsWith(prefix))
            .toList();
    return GitHubPages.of(
        request,
        repo,
        found,
        branch -> json(Constants.R_HEADS + branch, repository().tip(branch).orElseThrow()));
  }

  private Answer create(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "contents");
    String ref = request.param("ref").orElse("");
    String sha = request.param("sha").orElse("");
    if (!ref.startsWith(Constants.R_HEADS) && !ref.startsWith(Constants.R_TAGS)) {
      throw GitHubErrors.message(
          422, "Reference name must start with 'refs/' and have at least one slash");
    }
    if (repository().ref(ref).isPresent()) {
      throw GitHubErrors.message(422, "Reference already exists");
    }
    move(by, ref, sha);
    return Answer.created(json(ref, sha));
  }

  private Answer update(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "contents");
    String ref = existing(request);
    String sha = request.param("sha").orElse("");
    String old = repository().ref(ref).orElseThrow();
    boolean known = repository().commit(sha).isPresent();
    if (known && !request.flag("force").orElse(false) && !repository().contains(sha, old)) {
      throw GitHubErrors.message(422, "Update is not a fast forward");
    }
    move(by, ref, sha);
    return Answer.ok(json(ref, sha));
  }

  private void move(Person by, String ref, String sha) {
    if (repository().commit(sha).isEmpty()) {
      throw GitHubErrors.message(422, "Object does not exist");
    }
    if (!repo.mayPush(by, ref.replaceFirst("^refs/heads/", ""))) {
      throw GitHubErrors.message(422, "Changes must be made through a pull request.");
    }
    repository().move(ref, sha);
    repo.forge().mergeRequests().refresh(by);
  }

  private Answer delete(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "contents");
    String ref = existing(request);
    if (repo.isProtected(ref.replaceFirst("^refs/heads/", ""))) {
      throw GitHubErrors.message(422, "Cannot delete this protected branch");
    }
    repository().delete(ref);
    repo.forge().mergeRequests().refresh(by);
    return Answer.noContent();
  }

  private String existing(Request request) {
    String ref = Constants.R_REFS + request.path("ref");
    if (repository().ref(ref).isEmpty()) {
      throw GitHubErrors.message(422, "Reference does not exist");
    }
    return ref;
  }

  private FakeRepository repository() {
    return repo.forge().repository();
  }

  private JsonNode json(String ref, String id) {
    return Json.object()
        .put("ref", ref)
        .put("node_id", "REF_" + ref)
        .put("url", repo.apiUrl() + "/git/" + ref)
        .put(
            "object",
            Json.object()
                .put("sha", id)
                .put("type", "commit")
                .put("url", repo.apiUrl() + "/git/commits/" + id)
                .node())
        .node();
  }
}
