package dev.countersign.bot.forge.fake;

import java.time.Instant;
import java.util.List;

/**
 * What a merge request proposed from some moment on: a push to its branch makes a new one.
 *
 * @param base where the branch left the target
 * @param start the target's tip at that time
 * @param commits of the branch since the base, newest first
 */
public record Version(
    long id, String head, String base, String start, List<String> commits, Instant at) {
  public Version {
    commits = List.copyOf(commits);
  }
}
