package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.GroupMembers;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * An endpoint that the adapter calls.
 *
 * @param place below the project with a slash, else below the API
 * @param before makes what the call needs
 * @param call needs the endpoint
 */
record GitLabEndpoint(
    String name,
    String method,
    String place,
    Consumer<FaultedLine> before,
    BiConsumer<FaultedLine, GitLabForge> call) {
  private static final String API = "/api/v4/";
  private static final String PROJECT = "projects/[^/]+";

  /** Every endpoint that the adapter calls. */
  static final List<GitLabEndpoint> ALL =
      List.of(
          new GitLabEndpoint(
              "LIST",
              "GET",
              "/merge_requests",
              FaultedLine::open,
              (line, forge) -> found(line, forge, 1)),
          new GitLabEndpoint(
              "LISTING", "GET", "/merge_requests", FaultedLine::open, GitLabEndpoint::listed),
          new GitLabEndpoint(
              "CREATE",
              "POST",
              "/merge_requests",
              line -> {},
              (line, forge) -> opened(line, forge)),
          new GitLabEndpoint(
              "GET", "GET", "/merge_requests/\\d+", FaultedLine::open, GitLabEndpoint::retitled),
          new GitLabEndpoint(
              "UPDATE", "PUT", "/merge_requests/\\d+", FaultedLine::open, GitLabEndpoint::retitled),
          new GitLabEndpoint(
              "NOTES",
              "GET",
              "/merge_requests/\\d+/notes",
              FaultedLine::open,
              GitLabEndpoint::approved),
          new GitLabEndpoint(
              "APPROVALS",
              "GET",
              "/merge_requests/\\d+/approvals",
              FaultedLine::open,
              GitLabEndpoint::approved),
          new GitLabEndpoint(
              "VERSIONS",
              "GET",
              "/merge_requests/\\d+/versions",
              FaultedLine::open,
              GitLabEndpoint::approved),
          new GitLabEndpoint(
              "MEMBERS", "GET", "/members/all", FaultedLine::open, GitLabEndpoint::approved),
          new GitLabEndpoint(
              "GROUP",
              "GET",
              "groups/[^/]+/members/all",
              GitLabEndpoint::makeGroup,
              GitLabEndpoint::inGroup),
          new GitLabEndpoint(
              "ADD_NOTE",
              "POST",
              "/merge_requests/\\d+/notes",
              FaultedLine::open,
              (line, forge) -> forge.comment(line.number(), "topic", "said")),
          new GitLabEndpoint(
              "EDIT_NOTE",
              "PUT",
              "/merge_requests/\\d+/notes/\\d+",
              line -> line.direct().comment(line.open(), "topic", "before"),
              (line, forge) -> forge.comment(line.number(), "topic", "said")),
          new GitLabEndpoint(
              "RESET",
              "PUT",
              "/merge_requests/\\d+/reset_approvals",
              line -> line.bench().approve(line.open(), "alice"),
              (line, forge) -> forge.resetApprovals(line.number())),
          new GitLabEndpoint("USERS", "GET", "users", FaultedLine::open, GitLabEndpoint::asked),
          new GitLabEndpoint(
              "REVIEWERS", "PUT", "/merge_requests/\\d+", FaultedLine::open, GitLabEndpoint::asked),
          new GitLabEndpoint("UPLOAD", "POST", "/uploads", line -> {}, GitLabEndpoint::attached),
          new GitLabEndpoint(
              "BRINGING",
              "GET",
              "/repository/commits/[0-9a-f]+/merge_requests",
              FaultedLine::open,
              (line, forge) -> assertThat(forge.bringing(line.head())).isEmpty()),
          new GitLabEndpoint(
              "STATUSES",
              "GET",
              "/repository/commits/[0-9a-f]+/statuses",
              line -> {},
              (line, forge) -> forge.report(line.head(), line.statuses())),
          new GitLabEndpoint(
              "ADD_STATUS",
              "POST",
              "/statuses/[0-9a-f]+",
              line -> {},
              (line, forge) -> forge.report(line.head(), line.statuses())),
          new GitLabEndpoint(
              "ENVIRONMENTS", "GET", "/environments", line -> {}, GitLabEndpoint::deployed),
          new GitLabEndpoint(
              "ADD_ENVIRONMENT", "POST", "/environments", line -> {}, GitLabEndpoint::deployed),
          new GitLabEndpoint(
              "LINK_ENVIRONMENT",
              "PUT",
              "/environments/\\d+",
              line -> line.direct().deployed(line.deployment("before")),
              GitLabEndpoint::deployed),
          new GitLabEndpoint(
              "DEPLOYMENTS", "GET", "/deployments", line -> {}, GitLabEndpoint::deployed),
          new GitLabEndpoint(
              "ADD_DEPLOYMENT", "POST", "/deployments", line -> {}, GitLabEndpoint::deployed),
          new GitLabEndpoint(
              "END_DEPLOYMENT",
              "PUT",
              "/deployments/\\d+",
              FaultedLine::startDeployment,
              GitLabEndpoint::deployed),
          new GitLabEndpoint(
              "WHO_AM_I",
              "GET",
              "user",
              FaultedLine::open,
              (line, forge) -> found(line, forge, 1)));

  /** A pattern for the path. */
  String path() {
    return API + (place.startsWith("/") ? PROJECT : "") + place;
  }

  /** A pattern for the path with a query. */
  String urls() {
    return path() + "(\\?.*)?";
  }

  /** Whether a missing right is no error: what is asked for is a courtesy, or then is nobody. */
  boolean skipsRefusals() {
    return name.equals("RESET") || name.equals("GROUP");
  }

  private static void makeGroup(FaultedLine line) {
    FakeGitLab gitLab = line.bench().gitLab();
    gitLab.people().group("acme/risk", "rita");
    gitLab.people().showGroup("acme/risk", gitLab.botLogin());
  }

  private static void inGroup(FaultedLine line, GitLabForge forge) {
    GroupMembers found = forge.members("acme/risk");
    if (found instanceof GroupMembers.Unreadable unreadable) {
      assertThat(unreadable.why()).contains("(HTTP 403)");
    } else {
      assertThat(found).isEqualTo(new GroupMembers.Known(List.of("rita")));
    }
  }

  /** Who the bot is has to be asked only where the settings do not say. */
  GitLabSettings settings(GitLabSettings settings) {
    return name.equals("WHO_AM_I")
        ? new GitLabSettings(
            settings.url(),
            settings.project(),
            settings.protectedBranch(),
            settings.token(),
            settings.caFile(),
            Optional.empty())
        : settings;
  }

  /** Makes what the call needs. */
  void prepare(FaultedLine line) {
    before.accept(line);
  }

  /** Calls, and looks at what is answered. */
  void act(FaultedLine line, GitLabForge forge) {
    call.accept(line, forge);
  }

  @Override
  public String toString() {
    return name;
  }

  private static void found(FaultedLine line, GitLabForge forge, int many) {
    List<MergeRequest> all = forge.of(line.source());
    assertThat(all).hasSize(many);
    assertThat(all.get(0).head()).isEqualTo(line.head());
  }

  private static void opened(FaultedLine line, GitLabForge forge) {
    assertThat(forge.open(line.draft("Promote 1.0.0")).state()).isEqualTo(MergeRequest.State.OPEN);
  }

  private static void retitled(FaultedLine line, GitLabForge forge) {
    MergeRequest updated = forge.update(line.number(), line.draft("Promote 1.1.0"));
    assertThat(updated.text().title()).isEqualTo("Promote 1.1.0");
  }

  private static void listed(FaultedLine line, GitLabForge forge) {
    assertThat(forge.openOrChangedSince(Instant.EPOCH))
        .extracting(listed -> listed.request().number())
        .contains(line.number());
  }

  private static void approved(FaultedLine line, GitLabForge forge) {
    line.bench().approve(line.number(), "alice");
    assertThat(forge.conversation(line.number()).approvals())
        .allSatisfy(approval -> assertThat(approval.head()).hasValue(line.head()))
        .allSatisfy(approval -> assertThat(approval.mayWrite()).isTrue())
        .hasSize(1);
  }

  private static void asked(FaultedLine line, GitLabForge forge) {
    assertThat(forge.askForReview(line.number(), List.of("alice"))).isEmpty();
  }

  private static void attached(FaultedLine line, GitLabForge forge) {
    byte[] png = ("\u0089PNG\r\n\u001a\n" + line.source()).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(forge.attach(List.of(new Attachment(new ArtifactPath("m/e/plot.png"), png))))
        .allMatch(link -> link.endsWith("-plot.png"))
        .hasSize(1);
  }

  private static void deployed(FaultedLine line, GitLabForge forge) {
    forge.deployed(line.deployment("page"));
  }
}
