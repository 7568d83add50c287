package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.ForgeDeployment;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHDeployment;

/** Deployments: one per commit and environment, with a status that says how it ended. */
final class Deployments {
  private final GitHubConnection gitHub;

  Deployments(GitHubConnection gitHub) {
    this.gitHub = gitHub;
  }

  /** Records what is not recorded so already. */
  void record(ForgeDeployment deployment) {
    String what = "recording the deployment of \"" + deployment.environment() + "\"";
    GHDeployment entry =
        find(deployment)
            .orElseGet(
                () -> gitHub.changeBySdk(what, () -> find(deployment), () -> create(deployment)));
    String statuses = "/deployments/" + entry.getId() + "/statuses";
    String state = deployment.succeeded() ? "success" : "failure";
    if (last(statuses).filter(status -> isIn(status, state)).isEmpty()) {
      gitHub.change(
          what,
          () -> last(statuses).filter(status -> isIn(status, state)),
          "POST",
          gitHub.settings().api(statuses),
          status(deployment, state));
    }
  }

  private Optional<GHDeployment> find(ForgeDeployment deployment) {
    List<GHDeployment> found =
        gitHub.readBySdk(
            "looking for deployments of \"" + deployment.environment() + "\"",
            () ->
                gitHub
                    .repositoryOfSdk()
                    .listDeployments(
                        deployment.commit().hex(), null, null, deployment.environment())
                    .withPageSize(100)
                    .toList());
    return found.stream().findFirst();
  }

  /** Without auto-merge and required statuses: it has been deployed already. */
  private GHDeployment create(ForgeDeployment deployment) throws IOException {
    return gitHub
        .repositoryOfSdk()
        .createDeployment(deployment.commit().hex())
        .autoMerge(false)
        .requiredContexts(List.of())
        .environment(deployment.environment())
        .description(line(deployment.description()))
        .create();
  }

  /** Not by the SDK, which goes where an address in an answer leads. */
  private Optional<JsonNode> last(String statuses) {
    return gitHub.list("reading how a deployment ended", statuses).stream().findFirst();
  }

  private static boolean isIn(JsonNode status, String state) {
    return status.path("state").asText().equals(state);
  }

  private static Map<String, Object> status(ForgeDeployment deployment, String state) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("state", state);
    status.put("description", line(deployment.description()));
    status.put("auto_inactive", true);
    deployment.link().map(URI::toString).ifPresent(link -> status.put("environment_url", link));
    return status;
  }

  private static String line(String text) {
    int max = CommitStatus.MAX_DESCRIPTION;
    return text.length() <= max ? text : text.substring(0, max - 1) + "…";
  }
}
