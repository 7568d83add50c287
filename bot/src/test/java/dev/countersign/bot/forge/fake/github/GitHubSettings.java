package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.Role;

/**
 * Which GitHub it is.
 *
 * @param port 0 for any
 * @param enterprise whether it is an Enterprise Server, whose API lies below {@code /api/v3}
 * @param draftsSupported false for a private repository on the free plan
 * @param mayPush who may push to the protected default branch
 * @param approvalsRequired by the branch protection
 * @param dismissStale whether a push dismisses approvals
 */
public record GitHubSettings(
    int port,
    boolean enterprise,
    String owner,
    String repository,
    boolean isPublic,
    boolean draftsSupported,
    Role mayPush,
    int approvalsRequired,
    boolean dismissStale) {
  /** A private repository of an organization on github.com. */
  public static GitHubSettings current() {
    return new GitHubSettings(0, false, "acme", "models", false, true, Role.OWNER, 0, false);
  }

  public GitHubSettings onPort(int other) {
    return new GitHubSettings(
        other,
        enterprise,
        owner,
        repository,
        isPublic,
        draftsSupported,
        mayPush,
        approvalsRequired,
        dismissStale);
  }

  /** The same on an Enterprise Server. */
  public GitHubSettings onEnterpriseServer() {
    return new GitHubSettings(
        port,
        true,
        owner,
        repository,
        isPublic,
        draftsSupported,
        mayPush,
        approvalsRequired,
        dismissStale);
  }

  /** The same without draft pull requests. */
  public GitHubSettings withoutDrafts() {
    return new GitHubSettings(
        port,
        enterprise,
        owner,
        repository,
        isPublic,
        false,
        mayPush,
        approvalsRequired,
        dismissStale);
  }

  /** The same with a branch protection that asks for approvals. */
  public GitHubSettings requiring(int approvals, boolean dismissOnPush) {
    return new GitHubSettings(
        port,
        enterprise,
        owner,
        repository,
        isPublic,
        draftsSupported,
        mayPush,
        approvals,
        dismissOnPush);
  }

  String fullName() {
    return owner + "/" + repository;
  }

  String apiPath() {
    return enterprise ? "/api/v3" : "";
  }
}
