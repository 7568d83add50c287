package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.FakeMergeRequest.State;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.ApiError;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.Locale;
import java.util.Optional;

/** Pull requests API: create, update, merge. */
final class GitHubPullWriting {
  private static final String RESOURCE = "PullRequest";
  private static final int MAX_BODY = 65_536;
  private static final int MAX_TITLE = 256;

  private final GitHubRepo repo;
  private final PullJson json;

  GitHubPullWriting(GitHubRepo repo, PullJson json) {
    this.repo = repo;
    this.json = json;
  }

  void on(Api api) {
    api.post(GitHubPulls.ALL, this::create);
    api.patch(GitHubPulls.ONE, this::update);
    api.put(GitHubPulls.ONE + "/merge", this::merge);
  }

  private Answer create(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "pull_requests");
    String title = required(request, "title");
    String source = branch(required(request, "head"));
    String target = required(request, "base");
    boolean draft = request.flag("draft").orElse(false);
    checkBranches(source, target);
    if (draft && !repo.settings().draftsSupported()) {
      throw GitHubErrors.message(422, "Draft pull requests are not supported in this repository.");
    }
    checkLengths(request);
    FakeMergeRequest pull = repo.forge().mergeRequests().create(source, target, by);
    pull.retitle(title);
    pull.draft(draft);
    request.param("body").ifPresent(body -> describe(pull, by, body));
    return Answer.created(json.full(pull))
        .with("location", repo.apiUrl() + "/pulls/" + pull.number());
  }

  /** A head may name its owner: {@code owner:branch}. */
  private String branch(String head) {
    String prefix = repo.settings().owner() + ":";
    if (head.contains(":") && !head.startsWith(prefix)) {
      throw GitHubErrors.invalid(RESOURCE, "head", "invalid");
    }
    return head.startsWith(prefix) ? head.substring(prefix.length()) : head;
  }

  private void checkBranches(String source, String target) {
    FakeForge forge = repo.forge();
    Optional<String> head = forge.repository().tip(source);
    Optional<String> base = forge.repository().tip(target);
    if (head.isEmpty()) {
      throw GitHubErrors.invalid(RESOURCE, "head", "invalid");
    }
    if (base.isEmpty()) {
      throw GitHubErrors.invalid(RESOURCE, "base", "invalid");
    }
    if (forge.mergeRequests().open(source, target).isPresent()) {
      throw GitHubErrors.custom(
          RESOURCE,
          "A pull request already exists for %s:%s.".formatted(repo.settings().owner(), source));
    }
    if (forge.repository().contains(base.get(), head.get())) {
      throw GitHubErrors.custom(RESOURCE, "No commits between %s and %s".formatted(target, source));
    }
  }

  private static void checkLengths(Request request) {
    if (request.param("title").filter(title -> title.length() > MAX_TITLE).isPresent()) {
      throw GitHubErrors.custom(RESOURCE, "title is too long (maximum is 256 characters)");
    }
    if (request.param("body").filter(body -> body.length() > MAX_BODY).isPresent()) {
      throw GitHubErrors.custom(RESOURCE, "body is too long (maximum is 65536 characters)");
    }
  }

  private void describe(FakeMergeRequest pull, Person by, String body) {
    pull.describe(body);
    repo.forge().notifyMentioned(body, by, "description of " + pull.number());
  }

  private Answer update(Request request) {
    Person by = repo.writing(request, Role.GUEST, "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    edit(pull, by, request);
    return Answer.ok(json.full(pull));
  }

  /** Changes what a request names; shared with the issues API. */
  void edit(FakeMergeRequest pull, Person by, Request request) {
    Role role = repo.forge().people().roleOf(by);
    if (!pull.author().equals(by) && !role.includes(Role.REPORTER)) {
      throw GitHubErrors.notFound();
    }
    checkLengths(request);
    request
        .param("title")
        .filter(title -> !title.equals(pull.title()))
        .ifPresent(title -> retitle(pull, by, title));
    request.param("body").ifPresent(body -> describe(pull, by, body));
    request.param("base").ifPresent(pull::retarget);
    request.param("state").ifPresent(state -> state(pull, by, state));
    pull.touch(repo.forge().now());
  }

  private void retitle(FakeMergeRequest pull, Person by, String title) {
    repo.forge().happened(pull, "renamed", by, pull.title());
    pull.retitle(title);
  }

  private void state(FakeMergeRequest pull, Person by, String state) {
    switch (state) {
      case "closed" -> {
        if (pull.open()) {
          repo.forge().mergeRequests().close(pull, by);
        }
      }
      case "open" -> {
        if (!pull.open()) {
          checkReopening(pull);
          repo.forge().mergeRequests().reopen(pull, by);
        }
      }
      default -> throw GitHubErrors.invalid(RESOURCE, "state", "invalid");
    }
  }

  private void checkReopening(FakeMergeRequest pull) {
    FakeForge forge = repo.forge();
    Optional<String> tip = forge.repository().tip(pull.source());
    Optional<FakeMergeRequest> other = forge.mergeRequests().open(pull.source(), pull.target());
    if (pull.state() == State.MERGED) {
      throw notReopened("The pull request was merged.");
    }
    if (tip.isEmpty()) {
      throw notReopened("The %s branch has been deleted.".formatted(pull.source()));
    }
    if (other.isPresent()) {
      throw notReopened(
          "There is already an open pull request (#%d) from %s:%s to %s:%s."
              .formatted(
                  other.get().number(),
                  repo.settings().owner(),
                  pull.source(),
                  repo.settings().owner(),
                  pull.target()));
    }
    if (!forge.repository().contains(tip.get(), pull.head())) {
      throw notReopened("The %s branch was force-pushed or recreated.".formatted(pull.source()));
    }
  }

  private static ApiError notReopened(String reason) {
    return GitHubErrors.custom(RESOURCE, "state cannot be changed. " + reason);
  }

  private Answer merge(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "contents");
    FakeMergeRequest pull = repo.pull(request);
    if (pull.draft()) {
      throw GitHubErrors.message(405, "Pull Request is still a draft");
    }
    if (!pull.open() || !repo.forge().landings().possible(pull)) {
      throw GitHubErrors.message(405, "Pull Request is not mergeable");
    }
    if (missingApprovals(pull) > 0) {
      throw GitHubErrors.message(
          405,
          "At least %d approving review is required by reviewers with write access."
              .formatted(repo.settings().approvalsRequired()));
    }
    if (request.param("sha").filter(sha -> !sha.equals(pull.head())).isPresent()) {
      throw GitHubErrors.message(409, "Head branch was modified. Review and try the merge again.");
    }
    String commit = land(pull, by, method(request));
    return Answer.ok(
        Json.object()
            .put("sha", commit)
            .put("merged", true)
            .put("message", "Pull Request successfully merged")
            .node());
  }

  private long missingApprovals(FakeMergeRequest pull) {
    return repo.settings().approvalsRequired() - GitHubReviews.approvers(repo, pull);
  }

  private static MergeMethod method(Request request) {
    String name = request.param("merge_method").orElse("merge");
    return MergeMethod.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Merges in a person's name; answers what the base points at since. */
  String land(FakeMergeRequest pull, Person by, MergeMethod method) {
    String message =
        method == MergeMethod.SQUASH
            ? "%s (#%d)\n".formatted(pull.title(), pull.number())
            : "Merge pull request #%d from %s/%s\n\n%s\n"
                .formatted(pull.number(), repo.settings().owner(), pull.source(), pull.title());
    return repo.forge()
        .landings()
        .merge(pull, by, method, false, message)
        .orElseThrow(() -> GitHubErrors.message(405, "Pull Request is not mergeable"));
  }

  private static String required(Request request, String name) {
    return request
        .param(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> GitHubErrors.invalid(RESOURCE, name, "missing_field"));
  }
}
