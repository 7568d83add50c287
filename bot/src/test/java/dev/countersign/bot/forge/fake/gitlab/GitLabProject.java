package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.http.Request;
import dev.countersign.bot.forge.fake.http.Wire;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.revwalk.RevCommit;

/** The one project, and who may do what in it. */
final class GitLabProject {
  /** The path before everything that belongs to the project. */
  static final String PATH = "/projects/{id}";

  private final Wire wire;
  private final GitLabSettings settings;
  private final Supplier<URI> root;
  private final ProtectedBranches protectedBranches = new ProtectedBranches();

  /**
   * @param root the address of the server with its base path, once it listens
   */
  GitLabProject(Wire wire, GitLabSettings settings, Supplier<URI> root) {
    this.wire = wire;
    this.settings = settings;
    this.root = root;
    protectedBranches.protect(defaultBranch(), settings.mayPush(), settings.mayMerge());
  }

  ProtectedBranches protectedBranches() {
    return protectedBranches;
  }

  FakeForge forge() {
    return wire.forge();
  }

  GitLabSettings settings() {
    return settings;
  }

  /** The server's address without a slash at the end. */
  String rootUrl() {
    return root.get().toString();
  }

  String webUrl() {
    return rootUrl() + "/" + settings.projectPath();
  }

  /** Who asks; refused unless they may see the project and have a role in it. */
  Person require(Request request, Role role) {
    checkVisible(request);
    Person person = user(request);
    if (!roleOf(request).includes(role)) {
      throw GitLabErrors.forbidden();
    }
    return person;
  }

  /** Refuses whoever may not see the project. */
  void checkVisible(Request request) {
    String id = request.path("id");
    boolean ours =
        id.equals(Long.toString(GitLabSettings.PROJECT_ID))
            || id.equalsIgnoreCase(settings.projectPath());
    if (!ours || (!settings.isPublic() && roleOf(request) == Role.NONE)) {
      throw GitLabErrors.notFound("Project");
    }
  }

  Person user(Request request) {
    return request.token().map(Token::owner).orElseThrow(GitLabErrors::unauthorized);
  }

  Role roleOf(Request request) {
    return request.token().map(Token::owner).map(forge().people()::roleOf).orElse(Role.NONE);
  }

  /** The merge request that the path names. */
  FakeMergeRequest mergeRequest(Request request) {
    checkVisible(request);
    return forge().mergeRequests().find(request.number("iid")).orElseThrow(GitLabErrors::notFound);
  }

  /** The commit that the path names. */
  RevCommit commit(Request request) {
    checkVisible(request);
    return forge()
        .repository()
        .commit(request.path("sha"))
        .orElseThrow(() -> GitLabErrors.notFound("Commit"));
  }

  String defaultBranch() {
    return forge().repository().defaultBranch();
  }

  boolean isProtected(String branch) {
    return protectedBranches.covers(branch);
  }

  boolean mayMerge(Person person, String target) {
    return protectedBranches.mayMerge(forge().people().roleOf(person), target);
  }

  boolean mayPush(Person person, String branch) {
    return protectedBranches.mayPush(forge().people().roleOf(person), branch);
  }

  Optional<String> required(Request request, String... names) {
    for (String name : names) {
      if (request.param(name).isEmpty()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
