package dev.countersign.bot.forge.github;

import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person can do about a credential that GitHub refuses. GitHub answers 404 for a private
 * repository that a token may not see.
 */
final class AccessAdvice {
  private static final Set<Integer> REFUSALS = Set.of(401, 403);

  /**
   * What each prefix stands for.
   *
   * @see <a
   *     href="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/">
   *     Token formats</a>
   */
  private static final Map<String, String> KINDS =
      Map.of(
          "ghp_",
          "a classic personal access token, which needs the scope \"repo\"",
          "github_pat_",
          "a fine-grained personal access token, which needs this repository and the"
              + " permissions contents, pull_requests, statuses and deployments: write",
          "gho_",
          "an OAuth token, which needs the scope \"repo\"",
          "ghs_",
          "a workflow's token or an app's installation token; the workflow needs"
              + " \"permissions:\" contents, pull-requests, statuses and deployments: write, the"
              + " app the same permissions");

  private AccessAdvice() {}

  /** The same error, with the repository and the kind of token where GitHub refused access. */
  static CountersignException added(CountersignException error, GitHubSettings settings) {
    Optional<RemoteFailure> failure = RemoteFailure.behind(error);
    boolean refused =
        error.code() == ErrorCode.ACCESS_DENIED
            && failure.filter(one -> REFUSALS.contains(one.status())).isPresent();
    boolean hidden = failure.filter(one -> isOfRepository(one, settings)).isPresent();
    if (!refused && !hidden) {
      return error;
    }
    return new CountersignException(
        ErrorCode.ACCESS_DENIED,
        "%s; repository \"%s\", called with %s"
            .formatted(error.explanation(), settings.repository(), kind(settings)),
        error);
  }

  /** A whole area of a repository is never missing; what is missing is the right to see it. */
  private static boolean isOfRepository(RemoteFailure failure, GitHubSettings settings) {
    String root = settings.api("").getPath();
    return failure.status() == 404
        && Set.of(root, root + "/pulls", root + "/installation", root + "/deployments")
            .contains(failure.at().path());
  }

  private static String kind(GitHubSettings settings) {
    if (settings.credential() instanceof GitHubCredential.Token token) {
      return KINDS.entrySet().stream()
          .filter(kind -> token.secret().reveal().startsWith(kind.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse("a token of a kind that is not known");
    }
    return "a GitHub App; it must be installed in the repository";
  }
}
