package dev.countersign.bot.forge.github;

import dev.countersign.bot.forge.GroupMembers;
import dev.countersign.modelrefs.error.CountersignException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Teams of an organisation.
 *
 * @see <a href="https://docs.github.com/en/rest/teams/members">REST API for team members</a>
 */
final class Teams {
  private static final Pattern TEAM =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,38})/([A-Za-z0-9._-]{1,100})");
  private static final Set<Integer> REFUSALS = Set.of(403, 404);

  private final GitHubConnection gitHub;

  Teams(GitHubConnection gitHub) {
    this.gitHub = gitHub;
  }

  /** Who is in a team and in the teams below it. */
  GroupMembers members(String team) {
    Matcher name = TEAM.matcher(team);
    if (!name.matches()) {
      return new GroupMembers.Unreadable(
          "\"" + team + "\" is not a team of GitHub; give it as ORGANISATION/TEAM");
    }
    URI address =
        URI.create(
            "%s/orgs/%s/teams/%s/members"
                .formatted(gitHub.settings().apiUrl(), name.group(1), name.group(2)));
    try {
      return new GroupMembers.Known(
          gitHub.list("asking who is in team \"" + team + "\"", address).stream()
              .map(member -> PullRequest.identity(member).login())
              .toList());
    } catch (CountersignException e) {
      if (!REFUSALS.contains(PullRequests.status(e))) {
        throw e;
      }
      return new GroupMembers.Unreadable(
          "GitHub does not tell who is in team \"%s\" (HTTP %d); the token needs the organisation's"
                  .formatted(team, PullRequests.status(e))
              + " permission \"Members: read\" (a classic one the scope \"read:org\"), which a"
              + " workflow's own token cannot have");
    }
  }
}
