package dev.countersign.bot.forge.gitlab;

/** What a person can do about a token that GitLab refuses. */
final class AccessAdvice {
  private AccessAdvice() {}

  /** A sentence about the kind of token that was sent. */
  static String of(GitLabToken.Kind kind) {
    return "called with %s; %s"
        .formatted(
            kind.label(),
            switch (kind) {
              case ACCESS, OAUTH ->
                  "it needs the scope \"api\", and its user the role Developer in the project";
              case JOB ->
                  "a job token cannot write merge requests, comments or uploads; give a project"
                      + " access token with the scope \"api\" and the role Developer instead";
            });
  }
}
