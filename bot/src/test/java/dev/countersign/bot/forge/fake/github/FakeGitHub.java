package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.ControlledClock;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Mention;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.MergeQueue;
import dev.countersign.bot.forge.fake.People;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Review.State;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.http.Api;
import dev.countersign.bot.forge.fake.http.Faults;
import dev.countersign.bot.forge.fake.http.ForgeServer;
import dev.countersign.bot.forge.fake.http.Journal;
import dev.countersign.bot.forge.fake.http.Wire;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A GitHub with one repository over a bare one, answering on the loopback interface until it is
 * closed. What people do there are methods; what programs do goes through the API and Git.
 */
public final class FakeGitHub implements AutoCloseable {
  /** As the bot's token, and it may also see who is in the organisation's teams. */
  public static final String TEAMS_TOKEN = GitHubTokens.TEAMS;

  private final Wire wire;
  private final GitHubSettings settings;
  private final GitHubRepo repo;
  private final GitHubAreas areas;
  private final ForgeServer server;
  private Optional<URI> seenAs = Optional.empty();

  private FakeGitHub(Path bareRepository, GitHubSettings settings) {
    this.wire = new Wire(new FakeForge(bareRepository, "refs/pull/%d/head"));
    this.settings = settings;
    this.repo = new GitHubRepo(wire, settings, this::publicUrl);
    this.areas = new GitHubAreas(repo);
    GitHubTokens.issue(wire.forge().people());
    if (settings.dismissStale()) {
      wire.forge().whenPushed((pull, pusher) -> GitHubReviews.dismissStale(pull));
    }
    this.server =
        ForgeServer.start(
            settings.port(),
            wire,
            new GitHubGitRights(repo),
            "/" + settings.fullName(),
            this::routes);
  }

  private void routes(RoutesConfig routes) {
    GitHubDialect dialect = new GitHubDialect(wire.forge());
    Api api = new Api(routes, settings.apiPath(), wire, dialect);
    areas.on(api);
    new GitHubGraphQl(repo)
        .on(settings.enterprise() ? new Api(routes, "/api", wire, dialect) : api);
  }

  /** A github.com on any port. */
  public static FakeGitHub start(Path bareRepository) {
    return start(bareRepository, GitHubSettings.current());
  }

  public static FakeGitHub start(Path bareRepository, GitHubSettings settings) {
    return new FakeGitHub(bareRepository, settings);
  }

  /** The server's address without a slash at the end. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Where the REST API is: the same, or below {@code /api/v3} on an Enterprise Server. */
  public URI apiUrl() {
    return URI.create(baseUrl() + settings.apiPath());
  }

  /** Says other addresses from now on: those of a proxy before the server, without a path. */
  public void seenAs(URI address) {
    seenAs = Optional.of(address);
  }

  private URI publicUrl() {
    return seenAs.orElseGet(this::baseUrl);
  }

  /** Where a Git client finds the repository; the password is a token. */
  public URI gitUrl() {
    return URI.create(baseUrl() + "/" + settings.fullName() + ".git");
  }

  /** {@code owner/repository}. */
  public String fullName() {
    return settings.fullName();
  }

  /** A fine-grained token of a machine account, which may write what a bot writes. */
  public String botToken() {
    return GitHubTokens.BOT;
  }

  /** The login of the machine account. */
  public String botLogin() {
    return GitHubTokens.BOT_LOGIN;
  }

  /** A fine-grained token that may only read. */
  public String readOnlyToken() {
    return GitHubTokens.READER;
  }

  /** A fine-grained token for deploying: reads, and writes deployments. */
  public String deployToken() {
    return GitHubTokens.DEPLOY;
  }

  /** The default token of a workflow run; may not ask who it is. */
  public String actionsToken() {
    return GitHubTokens.ACTIONS;
  }

  /** The id of the app that is installed in the repository; any RS256 JWT of it is believed. */
  public long appId() {
    return GitHubTokens.APP_ID;
  }

  /** In whose name the app's installation tokens act. */
  public String appLogin() {
    return GitHubTokens.APP_LOGIN;
  }

  /** Somebody's classic token with scope {@code repo}. */
  public String tokenOf(String login) {
    return GitHubTokens.personal(login);
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

  /** A pull request as it is now. */
  public FakeMergeRequest pull(long number) {
    return wire.forge().oneAtATime(() -> wire.forge().mergeRequests().find(number).orElseThrow());
  }

  /**
   * Adds a ruleset.
   *
   * @param pattern a branch, or all below a prefix with a star at its end
   * @param rules types of rules, such as {@code pull_request} and {@code update}
   * @param bypass logins that are not bound
   */
  public void ruleset(String pattern, List<String> rules, int approvals, String... bypass) {
    repo.rulesets().add(pattern, rules, approvals, Set.of(bypass));
  }

  /** Takes the classic protection of the default branch away. */
  public void dropClassicProtection() {
    repo.dropClassicProtection();
  }

  /** Somebody approves what the pull request shows now. */
  public void approve(long number, String login) {
    review(number, login, State.APPROVED, "");
  }

  /** Somebody reviews what the pull request shows now. */
  public void review(long number, String login, State state, String body) {
    act(
        number,
        login,
        (pull, by) ->
            GitHubReviews.add(
                wire.forge(), pull, by, new GitHubReviews.Judgement(state, body, pull.head())));
  }

  public void comment(long number, String login, String text) {
    act(number, login, (pull, by) -> wire.forge().comment(pull, by, text));
  }

  public void close(long number, String login) {
    act(number, login, (pull, by) -> wire.forge().mergeRequests().close(pull, by));
  }

  public void reopen(long number, String login) {
    act(number, login, (pull, by) -> wire.forge().mergeRequests().reopen(pull, by));
  }

  /** Somebody merges; answers what the base points at since. */
  public String merge(long number, String login, MergeMethod method) {
    return wire.forge()
        .personally(() -> areas.writing().land(pull(number), people().get(login), method));
  }

  /**
   * Somebody queues pull requests; they are merged in the name of GitHub's own account.
   *
   * @see <a href="https://docs.github.com/en/pull-requests">Managing a merge queue</a>
   */
  public MergeQueue queue(MergeMethod method, long... numbers) {
    people().addBot("github-merge-queue[bot]", Role.NONE);
    return forge()
        .queue(
            "github-merge-queue[bot]",
            new MergeQueue.Rules(
                method,
                false,
                true,
                (pull, base) ->
                    "refs/heads/gh-readonly-queue/%s/pr-%d-%s"
                        .formatted(pull.target(), pull.number(), base)),
            numbers);
  }

  private void act(long number, String login, Action action) {
    wire.forge()
        .personally(
            () -> {
              action.on(pull(number), people().get(login));
              return number;
            });
  }

  /** What somebody does to a pull request. */
  @FunctionalInterface
  private interface Action {
    void on(FakeMergeRequest pull, Person by);
  }

  @Override
  public void close() {
    server.close();
    wire.forge().close();
  }
}
