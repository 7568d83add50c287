package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.Permission;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a credential may do in a repository. GitHub tells the scopes of classic tokens and the
 * permissions of an app's installation; of a fine-grained or a workflow's token it tells nothing
 * beforehand (the repository's {@code permissions} are those of the account, not of the token).
 *
 * @param repository as GitHub answers
 * @param scopes of a classic token; empty for any other
 * @param installation as GitHub answers an app; empty for any other
 * @param workflow whether it is a workflow's own token
 */
record LoginRights(
    CredentialKind kind,
    JsonNode repository,
    Optional<List<String>> scopes,
    Optional<JsonNode> installation,
    boolean workflow) {
  private static final Map<ForgeRight, String> PERMISSIONS =
      Map.of(
          ForgeRight.PUSH, "contents",
          ForgeRight.MERGE_REQUESTS, "pull_requests",
          ForgeRight.STATUSES, "statuses",
          ForgeRight.DEPLOYMENTS, "deployments");

  Map<ForgeRight, Permission> all() {
    Map<ForgeRight, Permission> rights = new EnumMap<>(ForgeRight.class);
    PERMISSIONS.forEach((right, permission) -> rights.put(right, of(permission)));
    // Where the API does not tell about pushes, Git does.
    rights
        .entrySet()
        .removeIf(
            each ->
                each.getKey() == ForgeRight.PUSH
                    && each.getValue().state() == Permission.State.UNTOLD);
    rights.put(ForgeRight.PIPELINES, pipelines());
    return rights;
  }

  private Permission of(String permission) {
    if (repository.path("archived").asBoolean()) {
      return Permission.denied("the repository is archived", "unarchive the repository");
    }
    if (kind.actsAsUser() && !repository.path("permissions").path("push").asBoolean()) {
      return Permission.denied(
          "its account has no write access to the repository",
          "give the account the role Write under Settings → Collaborators and teams");
    }
    if (installation.isPresent()) {
      return installed(permission, installation.get().path("permissions").path(permission));
    }
    return scopes.map(this::scoped).orElseGet(() -> untold());
  }

  private static Permission installed(String permission, JsonNode level) {
    return level.asText().equals("write")
        ? Permission.granted()
        : Permission.denied(
            "the app's installation has \"%s: %s\"".formatted(permission, level.asText("none")),
            "give the app the repository permission \"%s: write\" and accept it in the installation"
                .formatted(permission));
  }

  private Permission scoped(List<String> granted) {
    boolean open = !repository.path("private").asBoolean() && granted.contains("public_repo");
    return open || granted.contains("repo")
        ? Permission.granted()
        : Permission.denied(
            "the token's scopes are \"%s\"".formatted(String.join("\", \"", granted)),
            "use a GitHub App or a fine-grained token, or make a classic one with the scope"
                + " \"repo\"");
  }

  private Permission untold() {
    return workflow
        ? Permission.untold(
            "GitHub does not tell the permissions of a workflow's token",
            "give the job permissions: {contents: write, pull-requests: write, statuses: write}, to"
                + " deploy also deployments: write, and allow Settings → Actions → General → Allow"
                + " GitHub Actions to create and approve pull requests")
        : Permission.untold(
            "GitHub does not tell the permissions of a " + kind.words(),
            "make sure that it has the repository permissions contents, pull requests, commit"
                + " statuses, to deploy also deployments: write");
  }

  private Permission pipelines() {
    return workflow
        ? Permission.denied(
            "pull requests of a workflow's own token start no workflow by themselves",
            "use a GitHub App (COUNTERSIGN_GITHUB_APP_ID and COUNTERSIGN_GITHUB_APP_KEY) or a bot"
                + " user's token (COUNTERSIGN_TOKEN)")
        : Permission.granted();
  }
}
