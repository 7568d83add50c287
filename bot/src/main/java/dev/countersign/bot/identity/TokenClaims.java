package dev.countersign.bot.identity;

import dev.countersign.modelrefs.run.Launcher;
import java.util.Map;
import java.util.Optional;

/**
 * What a verified identity token says about the job it was issued for.
 *
 * @param values text and numbers by name; other claims are left out
 */
public record TokenClaims(Map<String, String> values) {
  public TokenClaims {
    values = Map.copyOf(values);
  }

  /**
   * Who stands behind the job.
   *
   * @param job the job that presents the token
   * @throws dev.countersign.modelrefs.error.CountersignException {@code IDENTITY_REFUSED} if the
   *     token was issued for another project or pipeline, or names nobody
   */
  public CiIdentity identityIn(CiJob job) {
    return switch (job.platform()) {
      case GITLAB -> gitlab(job);
      case GITHUB -> github(job);
    };
  }

  /** <a href="https://docs.gitlab.com/ci/secrets/id_token_authentication/">GitLab's claims.</a> */
  private CiIdentity gitlab(CiJob job) {
    requireSame("project_path", job.project());
    requireSame("pipeline_id", job.pipeline());
    return CiIdentity.of(person("gitlab", "user_login", "user_id", true));
  }

  /**
   * <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub's claims.</a> They
   * name who launched the first attempt, never who runs it again.
   */
  private CiIdentity github(CiJob job) {
    requireSame("repository", job.project());
    requireSame("run_id", job.pipeline());
    boolean firstAttempt = claim("run_attempt").filter("1"::equals).isPresent();
    Launcher actor = person("github", "actor", "actor_id", firstAttempt);
    return firstAttempt
        ? CiIdentity.of(actor)
        : CiJob.rerun(actor, job.claimed().map(claimed -> claimed.launcher().login()));
  }

  private Launcher person(String forge, String login, String id, boolean attested) {
    String name =
        claim(login)
            .orElseThrow(
                () -> RefusedToken.because("it does not say who launched the job (" + login + ")"));
    return new Launcher(forge, claim(id).flatMap(Numbers::positive), name, attested);
  }

  private void requireSame(String name, Optional<String> own) {
    String mine =
        own.orElseThrow(() -> RefusedToken.because("the CI's variables do not name the " + name));
    String claimed = claim(name).orElse("");
    if (!claimed.equalsIgnoreCase(mine)) {
      throw RefusedToken.because(
          "it was issued for the %s \"%s\", and this job belongs to \"%s\""
              .formatted(name, claimed, mine));
    }
  }

  private Optional<String> claim(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }
}
