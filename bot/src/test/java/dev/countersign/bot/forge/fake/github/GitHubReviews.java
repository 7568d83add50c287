package dev.countersign.bot.forge.fake.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Review;
import dev.countersign.bot.forge.fake.Review.State;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.fake.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pull request reviews, and who is asked for one. */
final class GitHubReviews {
  private static final String ALL = GitHubPulls.ONE + "/reviews";
  private static final String ONE = ALL + "/{review}";
  private static final String REQUESTED = GitHubPulls.ONE + "/requested_reviewers";
  private static final Map<String, State> EVENTS =
      Map.of(
          "APPROVE", State.APPROVED,
          "REQUEST_CHANGES", State.CHANGES_REQUESTED,
          "COMMENT", State.COMMENTED);

  private final GitHubRepo repo;
  private final GitHubUsers users;
  private final PullJson json;

  GitHubReviews(GitHubRepo repo, GitHubUsers users, PullJson json) {
    this.repo = repo;
    this.users = users;
    this.json = json;
  }

  void on(Api api) {
    api.get(ALL, this::list);
    api.post(ALL, this::create);
    api.get(ONE, request -> Answer.ok(json(repo.pull(request), find(request))));
    api.put(ONE + "/dismissals", this::dismiss);
    api.get(REQUESTED, this::requested);
    api.post(REQUESTED, this::request);
    api.delete(REQUESTED, this::withdraw);
  }

  private Answer list(Request request) {
    repo.reading(request, "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    return GitHubPages.of(request, repo, pull.reviews(), review -> json(pull, review));
  }

  private Answer create(Request request) {
    Person by = repo.writing(request, Role.GUEST, "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    State state = request.param("event").map(EVENTS::get).orElse(State.PENDING);
    boolean own = pull.author().equals(by);
    if (own && state == State.APPROVED) {
      throw GitHubErrors.unprocessable("Can not approve your own pull request");
    }
    if (own && state == State.CHANGES_REQUESTED) {
      throw GitHubErrors.unprocessable("Can not request changes on your own pull request");
    }
    String body = request.param("body").orElse("");
    String head = request.param("commit_id").orElse(pull.head());
    return Answer.ok(json(pull, add(repo.forge(), pull, by, new Judgement(state, body, head))));
  }

  /** What a review says. */
  record Judgement(State state, String body, String head) {}

  static Review add(FakeForge forge, FakeMergeRequest pull, Person by, Judgement what) {
    Review review =
        new Review(forge.nextId(), by, what.state(), what.body(), what.head(), forge.now());
    pull.add(review);
    pull.reviewers().remove(by);
    forge.happened(pull, "reviewed", by, what.state().name());
    forge.notifyMentioned(what.body(), by, "review of " + pull.number());
    return review;
  }

  /** What a branch protection may ask for when the branch was pushed to. */
  static void dismissStale(FakeMergeRequest pull) {
    pull.reviews(
        all ->
            all.stream()
                .map(one -> one.state() == State.APPROVED ? one.in(State.DISMISSED) : one)
                .toList());
  }

  /** How many people with write access approve, going by each one's last word. */
  static long approvers(GitHubRepo repo, FakeMergeRequest pull) {
    Map<Person, State> last = new java.util.LinkedHashMap<>();
    pull.reviews().stream()
        .filter(review -> review.state() != State.COMMENTED && review.state() != State.PENDING)
        .filter(review -> repo.forge().people().roleOf(review.by()).includes(Role.DEVELOPER))
        .forEach(review -> last.put(review.by(), review.state()));
    return last.values().stream().filter(State.APPROVED::equals).count();
  }

  private Review find(Request request) {
    repo.reading(request, "pull_requests");
    return repo.pull(request).reviews().stream()
        .filter(review -> review.id() == request.number("review"))
        .findFirst()
        .orElseThrow(GitHubErrors::notFound);
  }

  private Answer dismiss(Request request) {
    Person by = repo.writing(request, Role.DEVELOPER, "pull_requests");
    Review review = find(request);
    if (request.param("message").filter(message -> !message.isBlank()).isEmpty()) {
      throw GitHubErrors.invalid("PullRequestReview", "message", "missing_field");
    }
    if (review.state() != State.APPROVED && review.state() != State.CHANGES_REQUESTED) {
      throw GitHubErrors.unprocessable(
          "Can not dismiss a "
              + review.state().name().toLowerCase(java.util.Locale.ROOT)
              + " pull request review");
    }
    FakeMergeRequest pull = repo.pull(request);
    Review dismissed = review.in(State.DISMISSED);
    pull.reviews(all -> all.stream().map(r -> r.id() == review.id() ? dismissed : r).toList());
    repo.forge().happened(pull, "review_dismissed", by, Long.toString(review.id()));
    return Answer.ok(json(pull, dismissed));
  }

  private Answer requested(Request request) {
    repo.reading(request, "pull_requests");
    return Answer.ok(
        Json.object()
            .put("users", Json.array(repo.pull(request).reviewers(), users::simple))
            .put("teams", List.of())
            .node());
  }

  private Answer request(Request request) {
    Person by = repo.writing(request, Role.REPORTER, "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    List<String> logins = request.list("reviewers");
    logins.forEach(login -> check(pull, login));
    for (String login : logins) {
      if (pull.reviewers().add(repo.forge().people().get(login))) {
        repo.forge().happened(pull, "review_requested", by, login);
      }
    }
    return Answer.created(json.simple(pull));
  }

  private void check(FakeMergeRequest pull, String login) {
    if (pull.author().login().equalsIgnoreCase(login)) {
      throw GitHubErrors.message(422, "Review cannot be requested from pull request author.");
    }
    Optional<Person> person = repo.forge().people().find(login);
    if (person.map(repo.forge().people()::roleOf).orElse(Role.NONE) == Role.NONE) {
      throw GitHubErrors.message(
          422,
          "Reviews may only be requested from collaborators. One or more of the users or teams"
              + " you specified is not a collaborator of the %s repository."
                  .formatted(repo.settings().fullName()));
    }
  }

  private Answer withdraw(Request request) {
    repo.writing(request, Role.REPORTER, "pull_requests");
    FakeMergeRequest pull = repo.pull(request);
    List<String> logins = request.list("reviewers");
    pull.reviewers().removeIf(person -> logins.contains(person.login()));
    return Answer.ok(json.simple(pull));
  }

  private JsonNode json(FakeMergeRequest pull, Review review) {
    String page = repo.webUrl() + "/pull/" + pull.number() + "#pullrequestreview-" + review.id();
    String api = repo.apiUrl() + "/pulls/" + pull.number();
    Json node =
        Json.object()
            .put("id", review.id())
            .put("node_id", "PRR_" + review.id())
            .put("user", users.simple(review.by()))
            .put("body", review.body())
            .put("state", review.state().name())
            .put("html_url", page)
            .put("pull_request_url", api)
            .put("author_association", json.association(review.by()))
            .put(
                "_links",
                Json.object()
                    .put("html", PullJson.link(page))
                    .put("pull_request", PullJson.link(api))
                    .node());
    if (review.state() != State.PENDING) {
      node.put("submitted_at", GitHubTimes.of(review.at()));
    }
    return node.put("commit_id", review.head()).node();
  }
}
