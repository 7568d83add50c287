package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.ForgeDeployment;
import java.net.URI;
import java.util.Optional;
import org.gitlab4j.api.models.Deployment;
import org.gitlab4j.api.models.Environment;
import org.gitlab4j.models.Constants.DeploymentStatus;

/** Environments and deployments as GitLab's own page lists them. */
final class DeploymentEntries {
  private final ProjectCalls calls;

  DeploymentEntries(ProjectCalls calls) {
    this.calls = calls;
  }

  /** Records a deployment, unless it is the environment's newest entry already. */
  void record(ForgeDeployment deployed) {
    deployed.link().ifPresent(link -> page(deployed.environment(), link));
    DeploymentStatus status =
        deployed.succeeded() ? DeploymentStatus.SUCCESS : DeploymentStatus.FAILED;
    Optional<Deployment> newest = newestOf(deployed);
    if (newest.isEmpty() || isOver(newest.get(), status)) {
      add(deployed, status);
    } else if (newest.get().getStatus() != status) {
      calls.endDeployment(newest.get(), status, () -> recorded(deployed, status));
    }
  }

  private void page(String environment, URI link) {
    Optional<Environment> known = calls.environment(environment);
    if (known.isEmpty()) {
      calls.createEnvironment(environment, link.toString());
    } else if (!link.toString().equals(known.get().getExternalUrl())) {
      calls.linkEnvironment(known.get(), link.toString());
    }
  }

  private void add(ForgeDeployment deployed, DeploymentStatus status) {
    Deployment entry = new Deployment();
    entry.setSha(deployed.commit().hex());
    entry.setRef(deployed.branch());
    entry.setStatus(status);
    calls.addDeployment(entry, deployed.environment(), () -> recorded(deployed, status));
  }

  private Optional<Deployment> recorded(ForgeDeployment deployed, DeploymentStatus status) {
    return newestOf(deployed).filter(found -> found.getStatus() == status);
  }

  /** A finished deployment keeps its status; another outcome is another entry. */
  private static boolean isOver(Deployment found, DeploymentStatus wanted) {
    return found.getStatus() != wanted
        && found.getStatus() != DeploymentStatus.CREATED
        && found.getStatus() != DeploymentStatus.RUNNING;
  }

  private Optional<Deployment> newestOf(ForgeDeployment deployed) {
    return calls
        .newestDeployment(deployed.environment())
        .filter(found -> deployed.commit().hex().equals(found.getSha()));
  }
}
