package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.Role;

/**
 * Which GitLab it is.
 *
 * @param port 0 for any
 * @param version such as {@code 18.5.1}; decides what the API of that time lacked
 * @param basePath the relative URL root, such as {@code /gitlab}; empty at the root
 * @param projectPath with all groups
 * @param reviewersAllowed one on the free tier
 * @param mayPush who may push to the protected default branch
 * @param mayMerge who may merge into it
 */
public record GitLabSettings(
    int port,
    String version,
    String basePath,
    String projectPath,
    boolean isPublic,
    int reviewersAllowed,
    Role mayPush,
    Role mayMerge) {
  public static final long PROJECT_ID = 4711;

  /** A private project in nested groups on a current free GitLab at the root of its host. */
  public static GitLabSettings current() {
    return new GitLabSettings(
        0, "18.5.1", "", "acme/ml/models", false, 1, Role.MAINTAINER, Role.MAINTAINER);
  }

  public GitLabSettings onPort(int other) {
    return new GitLabSettings(
        other, version, basePath, projectPath, isPublic, reviewersAllowed, mayPush, mayMerge);
  }

  public GitLabSettings withVersion(String other) {
    return new GitLabSettings(
        port, other, basePath, projectPath, isPublic, reviewersAllowed, mayPush, mayMerge);
  }

  public GitLabSettings below(String path) {
    return new GitLabSettings(
        port, version, path, projectPath, isPublic, reviewersAllowed, mayPush, mayMerge);
  }

  /** With other rights on the default branch. */
  public GitLabSettings protecting(Role pushing, Role merging) {
    return new GitLabSettings(
        port, version, basePath, projectPath, isPublic, reviewersAllowed, pushing, merging);
  }

  /** As on a paid tier, where several people review. */
  public GitLabSettings paid() {
    return new GitLabSettings(
        port, version, basePath, projectPath, isPublic, 100, mayPush, mayMerge);
  }

  boolean isPaid() {
    return reviewersAllowed > 1;
  }

  /** Whether it is this version or a later one: major, minor. */
  boolean isAtLeast(int... other) {
    String[] parts = version.split("\\.", -1);
    int major = Integer.parseInt(parts[0]);
    return major > other[0] || (major == other[0] && Integer.parseInt(parts[1]) >= other[1]);
  }
}
