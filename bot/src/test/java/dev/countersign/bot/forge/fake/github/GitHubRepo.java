package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.Token.Kind;
import dev.countersign.bot.forge.fake.http.ApiError;
import dev.countersign.bot.forge.fake.http.Request;
import dev.countersign.bot.forge.fake.http.Wire;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jgit.revwalk.RevCommit;

/** The one repository, and who may do what in it. */
final class GitHubRepo {
  /** The path before everything that belongs to the repository. */
  static final String PATH = "/repos/{owner}/{repo}";

  private final Wire wire;
  private final GitHubSettings settings;
  private final Supplier<URI> root;
  private final GitHubRulesets rulesets = new GitHubRulesets(this);
  private volatile boolean classic = true;

  /**
   * @param root the address of the server, once it listens
   */
  GitHubRepo(Wire wire, GitHubSettings settings, Supplier<URI> root) {
    this.wire = wire;
    this.settings = settings;
    this.root = root;
  }

  FakeForge forge() {
    return wire.forge();
  }

  GitHubSettings settings() {
    return settings;
  }

  /** Where pages are. */
  String webUrl() {
    return root.get() + "/" + settings.fullName();
  }

  String rootUrl() {
    return root.get().toString();
  }

  String apiRoot() {
    return root.get() + settings.apiPath();
  }

  /** Where the repository's API is. */
  String apiUrl() {
    return apiRoot() + "/repos/" + settings.fullName();
  }

  /** Who asks; refused unless the token has one of the permissions. */
  Person reading(Request request, String... permissions) {
    checkVisible(request);
    request
        .token()
        .filter(
            token -> !grants(token, "read", permissions) && !grants(token, "write", permissions))
        .ifPresent(GitHubRepo::refuse);
    return request.token().map(Token::owner).orElse(forge().system());
  }

  /** Who asks; refused unless the token has one of the permissions and the account the role. */
  Person writing(Request request, Role role, String... permissions) {
    checkVisible(request);
    Token token = request.token().orElseThrow(GitHubErrors::requiresAuthentication);
    if (!grants(token, "write", permissions)) {
      refuse(token);
    }
    if (!roleOf(request).includes(role)) {
      throw role == Role.OWNER
          ? GitHubErrors.message(403, "Must have admin rights to Repository.")
          : GitHubErrors.notFound();
    }
    return token.owner();
  }

  private static boolean grants(Token token, String level, String... permissions) {
    return token.has("repo")
        || List.of(permissions).stream().anyMatch(one -> token.has(one + ":" + level));
  }

  private static void refuse(Token token) {
    throw notAccessible(token);
  }

  static ApiError notAccessible(Token token) {
    boolean app = token.kind() == Kind.JOB || token.kind() == Kind.INSTALLATION;
    return GitHubErrors.message(
        403, "Resource not accessible by " + (app ? "integration" : "personal access token"));
  }

  /** Whoever may not see the repository hears that there is none. */
  void checkVisible(Request request) {
    boolean ours =
        request.path("owner").equalsIgnoreCase(settings.owner())
            && request.path("repo").equalsIgnoreCase(settings.repository());
    if (!ours || (!settings.isPublic() && roleOf(request) == Role.NONE)) {
      throw GitHubErrors.notFound();
    }
  }

  Role roleOf(Request request) {
    return request.token().map(Token::owner).map(forge().people()::roleOf).orElse(Role.NONE);
  }

  /** The pull request that the path names. */
  FakeMergeRequest pull(Request request) {
    return forge()
        .mergeRequests()
        .find(request.number("number"))
        .orElseThrow(GitHubErrors::notFound);
  }

  /** The commit that the path names. */
  RevCommit commit(Request request) {
    String sha = request.path("sha");
    return forge()
        .repository()
        .commit(sha)
        .orElseThrow(() -> GitHubErrors.message(422, "No commit found for SHA: " + sha));
  }

  String defaultBranch() {
    return forge().repository().defaultBranch();
  }

  GitHubRulesets rulesets() {
    return rulesets;
  }

  /** Takes the classic protection of the default branch away. */
  void dropClassicProtection() {
    classic = false;
  }

  /** Whether the branch has a protection of the kind before rulesets. */
  boolean isClassic(String branch) {
    return classic && branch.equals(defaultBranch());
  }

  boolean isProtected(String branch) {
    return isClassic(branch) || rulesets.covers(branch);
  }

  boolean mayPush(Person person, String branch) {
    Role role = forge().people().roleOf(person);
    return role.includes(isClassic(branch) ? settings.mayPush() : Role.DEVELOPER)
        && !rulesets.keepOut(person, branch);
  }
}
