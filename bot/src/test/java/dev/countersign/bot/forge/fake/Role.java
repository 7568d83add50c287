package dev.countersign.bot.forge.fake;

/** What somebody may do in the project; GitLab's access levels, which GitHub's roles map to. */
public enum Role {
  NONE(0, "none"),
  GUEST(10, "read"),
  REPORTER(20, "triage"),
  DEVELOPER(30, "write"),
  MAINTAINER(40, "maintain"),
  OWNER(50, "admin");

  private final int accessLevel;
  private final String permission;

  Role(int accessLevel, String permission) {
    this.accessLevel = accessLevel;
    this.permission = permission;
  }

  /** GitLab's number. */
  public int accessLevel() {
    return accessLevel;
  }

  /** GitHub's name of the role. */
  public String permission() {
    return permission;
  }

  /** Whether it includes another one. */
  public boolean includes(Role other) {
    return accessLevel >= other.accessLevel;
  }
}
