package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.ControlledClock;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Mention;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.MergeQueue;
import dev.countersign.bot.forge.fake.People;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Faults;
import dev.countersign.bot.forge.fake.http.ForgeServer;
import dev.countersign.bot.forge.fake.http.Journal;
import dev.countersign.bot.forge.fake.http.Wire;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A GitLab with one project over a bare repository, answering on the loopback interface until it is
 * closed. What people do there are methods; what programs do goes through the API and Git.
 */
public final class FakeGitLab implements AutoCloseable {
  private final Wire wire;
  private final GitLabSettings settings;
  private final GitLabProject project;
  private final GitLabAreas areas;
  private final ForgeServer server;
  private Optional<URI> seenAs = Optional.empty();

  private FakeGitLab(Path bareRepository, GitLabSettings settings) {
    this.wire = new Wire(new FakeForge(bareRepository, "refs/merge-requests/%d/head"));
    this.settings = settings;
    this.project = new GitLabProject(wire, settings, this::publicUrl);
    this.areas = new GitLabAreas(project);
    GitLabTokens.issue(wire.forge().people());
    wire.forge().whenPushed(areas.texts()::pushed);
    this.server =
        ForgeServer.start(
            settings.port(),
            wire,
            new GitLabGitRights(project),
            settings.basePath() + "/" + settings.projectPath(),
            routes ->
                areas.on(
                    new Api(
                        routes,
                        settings.basePath() + "/api/v4",
                        wire,
                        new GitLabDialect(wire.forge()))));
  }

  /** A current GitLab on any port. */
  public static FakeGitLab start(Path bareRepository) {
    return start(bareRepository, GitLabSettings.current());
  }

  public static FakeGitLab start(Path bareRepository, GitLabSettings settings) {
    return new FakeGitLab(bareRepository, settings);
  }

  /** The server's address with its base path, without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port() + settings.basePath());
  }

  /** Says other addresses from now on: those of a proxy before the server, without a path. */
  public void seenAs(URI address) {
    seenAs = Optional.of(URI.create(address + settings.basePath()));
  }

  private URI publicUrl() {
    return seenAs.orElseGet(this::baseUrl);
  }

  /** Where a Git client finds the repository; the password is a token. */
  public URI gitUrl() {
    return URI.create(baseUrl() + "/" + settings.projectPath() + ".git");
  }

  public String projectPath() {
    return settings.projectPath();
  }

  /** A project access token with scope {@code api}, role Developer. */
  public String botToken() {
    return GitLabTokens.BOT;
  }

  /** The login of the bot user that comes with the project access token. */
  public String botLogin() {
    return GitLabTokens.BOT_LOGIN;
  }

  /** A personal access token that may only read. */
  public String readOnlyToken() {
    return GitLabTokens.READER;
  }

  /** A project access token for deploying: reads the API and the repository. */
  public String deployToken() {
    return GitLabTokens.DEPLOY;
  }

  /** A deploy token: reads the repository, and opens nothing of the API. */
  public String gitOnlyToken() {
    return GitLabTokens.GIT_ONLY;
  }

  /** The token of a CI job that dave started. */
  public String jobToken() {
    return GitLabTokens.JOB;
  }

  /** Somebody's personal access token with scope {@code api}. */
  public String tokenOf(String login) {
    return GitLabTokens.personal(login);
  }

  public FakeForge forge() {
    return wire.forge();
  }

  public People people() {
    return wire.forge().people();
  }

  public ControlledClock clock() {
    return wire.forge().clock();
  }

  public Journal journal() {
    return wire.journal();
  }

  public Faults faults() {
    return wire.faults();
  }

  public List<Mention> mentions() {
    return wire.forge().mentions();
  }

  /** The issues and merge requests that texts referred to. */
  public List<Mention> references() {
    return wire.forge().references();
  }

  /** The quick actions that texts made GitLab do, in words: {@code /merge on 3 by alice}. */
  public List<String> executedQuickActions() {
    return areas.quickActions().executed().stream()
        .map(one -> "/%s on %d by %s".formatted(one.command(), one.number(), one.by().login()))
        .toList();
  }

  /** A merge request as it is now. */
  public FakeMergeRequest mergeRequest(long number) {
    return wire.forge().oneAtATime(() -> wire.forge().mergeRequests().find(number).orElseThrow());
  }

  /** Sets who may push to branches of a name or pattern, and merge into them. */
  public void protect(String pattern, Role push, Role merge) {
    project.protectedBranches().protect(pattern, push, merge);
  }

  /** Takes a rule of branches away. */
  public void unprotect(String pattern) {
    project.protectedBranches().unprotect(pattern);
  }

  /** Somebody approves what the merge request shows now. */
  public void approve(long number, String login) {
    act(number, login, (one, by) -> GitLabApprovals.add(wire.forge(), one, by));
  }

  /** Somebody takes an approval back. */
  public void unapprove(long number, String login) {
    act(number, login, (one, by) -> GitLabApprovals.remove(wire.forge(), one, by));
  }

  /** Somebody writes a comment; quick actions in it are done. */
  public void comment(long number, String login, String text) {
    act(number, login, (one, by) -> areas.texts().comment(one, by, text));
  }

  public void close(long number, String login) {
    act(number, login, (one, by) -> wire.forge().mergeRequests().close(one, by));
  }

  public void reopen(long number, String login) {
    act(number, login, (one, by) -> wire.forge().mergeRequests().reopen(one, by));
  }

  /** Somebody merges; answers what the target points at since. */
  public String merge(long number, String login, MergeMethod method) {
    return wire.forge()
        .personally(() -> areas.writing().land(mergeRequest(number), people().get(login), method));
  }

  /**
   * Somebody puts merge requests on the train. What was rebased for the test is merged as it is; a
   * merge commit is made anew.
   *
   * @see <a href="https://gitlab.com/gitlab-org/gitlab/-/issues/207187">Why not the same commit</a>
   */
  public MergeQueue train(String login, MergeMethod method, long... numbers) {
    return forge()
        .queue(
            login,
            new MergeQueue.Rules(
                method,
                true,
                method == MergeMethod.REBASE,
                (one, base) -> "refs/merge-requests/%d/train".formatted(one.number())),
            numbers);
  }

  private void act(long number, String login, Action action) {
    wire.forge()
        .personally(
            () -> {
              action.on(mergeRequest(number), people().get(login));
              return number;
            });
  }

  /** What somebody does to a merge request. */
  @FunctionalInterface
  private interface Action {
    void on(FakeMergeRequest one, Person by);
  }

  @Override
  public void close() {
    server.close();
    wire.forge().close();
  }
}
