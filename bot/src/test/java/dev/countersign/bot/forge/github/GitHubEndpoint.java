package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.GroupMembers;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.fake.github.FakeGitHub;
import dev.countersign.bot.transport.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Every endpoint that the adapter calls, with a call that needs it and what must be there before.
 */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
enum GitHubEndpoint {
  LIST("GET", "/pulls", FaultedLine::open, GitHubEndpoint::found),
  LISTING("GET", "/pulls", FaultedLine::open, GitHubEndpoint::listed),
  CREATE("POST", "/pulls", line -> {}, GitHubEndpoint::opened),
  GET("GET", "/pulls/\\d+", FaultedLine::open, GitHubEndpoint::retitled),
  UPDATE("PATCH", "/pulls/\\d+", FaultedLine::open, GitHubEndpoint::retitled),
  ADD_LABELS(
      "POST",
      "/issues/\\d+/labels",
      FaultedLine::open,
      (line, forge) ->
          forge.update(line.number(), line.draft("Promote 1.0.0", List.of("ml", "mixed"), false))),
  REMOVE_LABEL(
      "DELETE",
      "/issues/\\d+/labels/[^/]+",
      line -> {
        line.open();
        line.direct()
            .update(
                line.number(), line.draft("Promote 1.0.0", List.of("ml", "verdict: mixed"), false));
      },
      (line, forge) ->
          forge.update(line.number(), line.draft("Promote 1.0.0", List.of("ml"), false))),
  TO_DRAFT(
      "POST",
      "graphql",
      FaultedLine::open,
      (line, forge) ->
          forge.update(line.number(), line.draft("Promote 1.0.0", List.of("ml"), true))),
  EVENTS(
      "GET",
      "/issues/\\d+/events",
      line -> line.bench().close(line.open(), "alice"),
      (line, forge) ->
          assertThat(forge.of(line.source()).get(0).ended().orElseThrow().by().login())
              .isEqualTo("alice")),
  REVIEWS("GET", "/pulls/\\d+/reviews", FaultedLine::open, GitHubEndpoint::approved),
  PERMISSION("GET", "/collaborators/[^/]+/permission", FaultedLine::open, GitHubEndpoint::approved),
  TEAM(
      "GET",
      "orgs/acme/teams/risk/members",
      line -> {
        line.bench().gitHub().people().group("acme/risk", "rita");
        line.bench().gitHub().people().showGroup("acme/risk", line.bench().gitHub().botLogin());
      },
      GitHubEndpoint::inGroup),
  COMMENTS("GET", "/issues/\\d+/comments", FaultedLine::open, GitHubEndpoint::waived),
  ACTIVITY("GET", "/activity", FaultedLine::open, GitHubEndpoint::waived),
  ADD_COMMENT("POST", "/issues/\\d+/comments", FaultedLine::open, GitHubEndpoint::said),
  EDIT_COMMENT(
      "PATCH",
      "/issues/comments/\\d+",
      line -> line.direct().comment(line.open(), "topic", "before"),
      GitHubEndpoint::said),
  DISMISS(
      "PUT",
      "/pulls/\\d+/reviews/\\d+/dismissals",
      FaultedLine::approveAndPush,
      (line, forge) -> forge.resetApprovals(line.number())),
  REVIEWERS("POST", "/pulls/\\d+/requested_reviewers", FaultedLine::open, GitHubEndpoint::asked),
  ASSIGN("POST", "/issues/\\d+/assignees", FaultedLine::open, GitHubEndpoint::asked),
  BRINGING(
      "GET",
      "/commits/[0-9a-f]+/pulls",
      FaultedLine::open,
      (line, forge) -> assertThat(forge.bringing(line.head())).isEmpty()),
  STATUSES("GET", "/commits/[0-9a-f]+/statuses", line -> {}, GitHubEndpoint::reported),
  ADD_STATUS("POST", "/statuses/[0-9a-f]+", line -> {}, GitHubEndpoint::reported),
  DEPLOYMENTS("GET", "/deployments", line -> {}, GitHubEndpoint::deployed),
  ADD_DEPLOYMENT("POST", "/deployments", line -> {}, GitHubEndpoint::deployed),
  DEPLOYMENT_STATUSES("GET", "/deployments/\\d+/statuses", line -> {}, GitHubEndpoint::deployed),
  ADD_DEPLOYMENT_STATUS("POST", "/deployments/\\d+/statuses", line -> {}, GitHubEndpoint::deployed),
  WHO_AM_I(
      "GET",
      "user",
      line -> line.bench().close(line.open(), "alice"),
      (line, forge) ->
          assertThat(forge.of(line.source()).get(0).ended().orElseThrow().byPerson()).isTrue());

  private final String method;
  private final String place;
  private final Consumer<FaultedLine> before;
  private final BiConsumer<FaultedLine, GitHubForge> call;

  /**
   * @param place below the repository with a slash, else below the API
   */
  GitHubEndpoint(
      String method,
      String place,
      Consumer<FaultedLine> before,
      BiConsumer<FaultedLine, GitHubForge> call) {
    this.method = method;
    this.place = place;
    this.before = before;
    this.call = call;
  }

  String method() {
    return method;
  }

  /** A pattern for the path. */
  String path() {
    return place.startsWith("/") ? "/repos/acme/models" + place : "/" + place;
  }

  /** Whether a missing right is no error: what is asked for is a courtesy, or not needed. */
  boolean skipsRefusals() {
    return this == DISMISS || this == WHO_AM_I || this == ACTIVITY || this == TEAM;
  }

  /**
   * Who the bot is has to be asked only where the settings do not say; teams take a right of their
   * own.
   */
  GitHubSettings settings(GitHubSettings settings) {
    if (this == TEAM) {
      return new GitHubSettings(
          settings.apiUrl(),
          settings.repository(),
          settings.protectedBranch(),
          new GitHubCredential.Token(new Secret(FakeGitHub.TEAMS_TOKEN)),
          settings.botLogin(),
          settings.caFile());
    }
    return this == WHO_AM_I
        ? new GitHubSettings(
            settings.apiUrl(),
            settings.repository(),
            settings.protectedBranch(),
            settings.credential(),
            Optional.empty(),
            settings.caFile())
        : settings;
  }

  /** Makes what the call needs. */
  void prepare(FaultedLine line) {
    before.accept(line);
  }

  /** Calls, and looks at what is answered. */
  void act(FaultedLine line, GitHubForge forge) {
    call.accept(line, forge);
  }

  private static void found(FaultedLine line, GitHubForge forge) {
    List<MergeRequest> all = forge.of(line.source());
    assertThat(all).hasSize(1);
    assertThat(all.get(0).head()).isEqualTo(line.head());
  }

  private static void opened(FaultedLine line, GitHubForge forge) {
    assertThat(forge.open(line.draft("Promote 1.0.0")).state()).isEqualTo(MergeRequest.State.OPEN);
  }

  private static void retitled(FaultedLine line, GitHubForge forge) {
    MergeRequest updated = forge.update(line.number(), line.draft("Promote 1.1.0"));
    assertThat(updated.text().title()).isEqualTo("Promote 1.1.0");
  }

  private static void approved(FaultedLine line, GitHubForge forge) {
    line.bench().approve(line.number(), "alice");
    assertThat(forge.conversation(line.number()).approvals())
        .allSatisfy(approval -> assertThat(approval.head()).hasValue(line.head()))
        .allSatisfy(approval -> assertThat(approval.mayWrite()).isTrue())
        .isNotEmpty();
  }

  private static void inGroup(FaultedLine line, GitHubForge forge) {
    GroupMembers found = forge.members("acme/risk");
    if (found instanceof GroupMembers.Unreadable unreadable) {
      assertThat(unreadable.why()).contains("(HTTP 403)");
    } else {
      assertThat(found).isEqualTo(new GroupMembers.Known(List.of("rita")));
    }
  }

  private static void waived(FaultedLine line, GitHubForge forge) {
    line.bench().gitHub().comment(line.number(), "alice", "/countersign waive rmse agreed");
    assertThat(forge.conversation(line.number()).waivers()).isNotEmpty();
  }

  private static void listed(FaultedLine line, GitHubForge forge) {
    assertThat(forge.openOrChangedSince(Instant.EPOCH))
        .extracting(listed -> listed.request().number())
        .contains(line.number());
  }

  private static void said(FaultedLine line, GitHubForge forge) {
    forge.comment(line.number(), "topic", "said");
  }

  private static void asked(FaultedLine line, GitHubForge forge) {
    assertThat(forge.askForReview(line.number(), List.of("alice"))).isEmpty();
  }

  private static void reported(FaultedLine line, GitHubForge forge) {
    forge.report(line.head(), line.statuses());
  }

  private static void deployed(FaultedLine line, GitHubForge forge) {
    forge.deployed(line.deployment());
  }
}
