package dev.countersign.bot.identity;

import dev.countersign.modelrefs.run.Launcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The CI job that a process runs in, by the CI's own variables.
 *
 * @param server address of the forge, such as {@code https://gitlab.example.com}; empty if unset
 * @param project path of the project whose pipeline it is; empty if unset
 * @param pipeline the CI's number of the pipeline; empty if unset
 * @param claimed who stands behind it by the variables, and so not attested
 */
public record CiJob(
    CiPlatform platform,
    Optional<String> server,
    Optional<String> project,
    Optional<String> pipeline,
    Optional<CiIdentity> claimed) {

  /** The job that an environment describes; empty if it is no CI job of a known platform. */
  public static Optional<CiJob> of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    if (variables.isTrue("GITLAB_CI")) {
      return Optional.of(gitlab(variables));
    }
    return variables.isTrue("GITHUB_ACTIONS") ? Optional.of(github(variables)) : Optional.empty();
  }

  private static CiJob gitlab(Variables variables) {
    return new CiJob(
        CiPlatform.GITLAB,
        variables.text("CI_SERVER_URL"),
        variables.text("CI_PROJECT_PATH"),
        variables.text("CI_PIPELINE_ID"),
        variables
            .text("GITLAB_USER_LOGIN")
            .map(login -> new Launcher("gitlab", variables.number("GITLAB_USER_ID"), login, false))
            .map(CiIdentity::of));
  }

  private static CiJob github(Variables variables) {
    return new CiJob(
        CiPlatform.GITHUB,
        variables.text("GITHUB_SERVER_URL"),
        variables.text("GITHUB_REPOSITORY"),
        variables.text("GITHUB_RUN_ID"),
        variables
            .text("GITHUB_ACTOR")
            .map(login -> new Launcher("github", variables.number("GITHUB_ACTOR_ID"), login, false))
            .map(actor -> rerun(actor, variables.text("GITHUB_TRIGGERING_ACTOR"))));
  }

  /**
   * GitHub's {@code actor} stays who launched the first attempt; {@code triggering_actor} is who
   * runs it again.
   */
  static CiIdentity rerun(Launcher actor, Optional<String> triggering) {
    return triggering
        .map(login -> new Launcher(actor.forge(), Optional.empty(), login, false))
        .filter(Predicate.not(actor::isSameAs))
        .map(again -> new CiIdentity(again, List.of(actor)))
        .orElse(CiIdentity.of(actor));
  }

  /** Unset and blank variables are alike; so are numbers that are none. */
  private record Variables(Map<String, String> environment) {
    boolean isTrue(String name) {
      return text(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    Optional<String> text(String name) {
      return Optional.ofNullable(environment.get(name))
          .map(String::strip)
          .filter(Predicate.not(String::isEmpty));
    }

    Optional<Long> number(String name) {
      return text(name).flatMap(Numbers::positive);
    }
  }
}
