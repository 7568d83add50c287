package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.LoginFacts;
import dev.countersign.bot.forge.inspection.Permission;
import dev.countersign.bot.forge.inspection.ServerFacts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code CI_JOB_TOKEN} is good for: it cannot write merge requests or statuses, and pushing is
 * a setting that is off unless somebody switched it on.
 *
 * @see <a href="https://docs.gitlab.com/ci/jobs/ci_job_token/">CI/CD job token</a>
 */
final class JobTokenFacts {
  private static final Permission DENIED =
      Permission.denied(
          "a CI job token opens neither merge requests nor the repository for writing",
          "make a project access token with the scopes \"api\" and \"write_repository\", and give it"
              + " in the CI variable COUNTERSIGN_TOKEN");

  private JobTokenFacts() {}

  static ForgeFacts of(ServerFacts server) {
    Map<ForgeRight, Permission> rights = new EnumMap<>(ForgeRight.class);
    rights.put(ForgeRight.PUSH, DENIED);
    rights.put(ForgeRight.MERGE_REQUESTS, DENIED);
    rights.put(ForgeRight.STATUSES, DENIED);
    return new ForgeFacts(
        server,
        new LoginFacts("CI job token", Optional.empty(), Optional.empty()),
        rights,
        Map.of(),
        Map.of());
  }
}
