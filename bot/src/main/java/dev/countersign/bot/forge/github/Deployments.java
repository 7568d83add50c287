package dev.countersign.bot.forge.github;

import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.ForgeDeployment;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.kohsuke.github.GHDeployment;
import org.kohsuke.github.GHDeploymentState;
import org.kohsuke.github.GHDeploymentStatusBuilder;

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
    GHDeploymentState state =
        deployment.succeeded() ? GHDeploymentState.SUCCESS : GHDeploymentState.FAILURE;
    if (!endedAs(entry, state)) {
      gitHub.changeBySdk(
          what,
          () -> endedAs(entry, state) ? Optional.of(true) : Optional.empty(),
          () -> {
            status(deployment, entry, state).create();
            return true;
          });
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

  private boolean endedAs(GHDeployment entry, GHDeploymentState state) {
    return gitHub
        .readBySdk(
            "reading the statuses of deployment \"" + entry.getId() + "\"",
            () -> entry.listStatuses().withPageSize(100).toList())
        .stream()
        .findFirst()
        .map(status -> status.getState() == state)
        .orElse(false);
  }

  /** The library calls what GitHub documents as stable a preview. */
  @SuppressWarnings("deprecation")
  private static GHDeploymentStatusBuilder status(
      ForgeDeployment deployment, GHDeployment entry, GHDeploymentState state) {
    GHDeploymentStatusBuilder status =
        entry.createStatus(state).autoInactive(true).description(line(deployment.description()));
    return deployment.link().map(URI::toString).map(status::environmentUrl).orElse(status);
  }

  private static String line(String text) {
    int max = CommitStatus.MAX_DESCRIPTION;
    return text.length() <= max ? text : text.substring(0, max - 1) + "…";
  }
}
