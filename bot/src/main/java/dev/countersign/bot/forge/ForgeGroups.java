package dev.countersign.bot.forge;

/**
 * Who is in a group of the forge: a group of GitLab, a team of GitHub. Read-only; every call may be
 * repeated.
 */
public interface ForgeGroups {
  /**
   * The members of a group, those of groups that it takes them from included.
   *
   * @param group the path of a group on GitLab, {@code ORGANISATION/TEAM} on GitHub
   * @throws dev.countersign.modelrefs.error.CountersignException {@code REMOTE_UNAVAILABLE}, {@code
   *     ACCESS_DENIED} for a token that has expired; what the forge does not tell a token is {@link
   *     GroupMembers.Unreadable}
   */
  GroupMembers members(String group);
}
