package dev.countersign.bot.forge.gitlab;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.value.CommitId;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gitlab4j.api.models.AccessLevel;
import org.gitlab4j.api.models.CommitStatus;
import org.gitlab4j.api.models.CommitStatusFilter;
import org.gitlab4j.api.models.Deployment;
import org.gitlab4j.api.models.DeploymentFilter;
import org.gitlab4j.api.models.Environment;
import org.gitlab4j.api.models.EnvironmentFilter;
import org.gitlab4j.api.models.Member;
import org.gitlab4j.models.Constants;

/** The calls about the project and its people: one method, one endpoint. */
final class ProjectCalls {
  private static final int PAGE = 100;

  private final GitLabConnection gitlab;

  ProjectCalls(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  /** Who the token acts as. */
  Identity whoAmI() {
    return gitlab.read(
        "asking who the token belongs to",
        () -> RequestMapping.identity(gitlab.api().getUserApi().getCurrentUser()));
  }

  /** The number of a login; empty if GitLab does not know it. */
  Optional<Long> userId(String login) {
    return gitlab.read(
        "looking for user \"" + login + "\"",
        () ->
            Optional.ofNullable(gitlab.api().getUserApi().getUser(login))
                .map(user -> user.getId()));
  }

  /** Which of some people may write, by membership of the project or of a group above it. */
  Set<Long> writers(Collection<Long> people) {
    return gitlab
        .read(
            "reading the project's members",
            () ->
                gitlab
                    .api()
                    .getProjectApi()
                    .getAllMembers(gitlab.project(), null, List.copyOf(people), PAGE)
                    .all())
        .stream()
        .filter(ProjectCalls::mayWrite)
        .map(Member::getId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Everybody in a group, and in the groups above it, whose account is not blocked. */
  List<String> membersOf(String group) {
    return gitlab
        .read(
            "reading the members of group \"" + group + "\"",
            () -> gitlab.api().getGroupApi().getAllMembers(group, PAGE).all())
        .stream()
        .filter(member -> "active".equals(member.getState()))
        .map(Member::getUsername)
        .toList();
  }

  /** The path that Markdown of this project links to an uploaded file by. */
  String upload(String fileName, byte[] bytes) {
    String type = fileName.endsWith(".png") ? "image/png" : "text/html";
    return gitlab.replace(
        "uploading \"" + fileName + "\"",
        () ->
            gitlab
                .api()
                .getProjectApi()
                .uploadFile(gitlab.project(), new ByteArrayInputStream(bytes), fileName, type)
                .getUrl());
  }

  List<CommitStatus> statuses(CommitId commit) {
    return gitlab.read(
        "reading the statuses of commit \"" + commit + "\"",
        () ->
            gitlab
                .api()
                .getCommitsApi()
                .getCommitStatuses(gitlab.project(), commit.hex(), new CommitStatusFilter(), PAGE)
                .all());
  }

  void addStatus(
      CommitId commit,
      Constants.CommitBuildState state,
      CommitStatus status,
      Supplier<Optional<CommitStatus>> lookFirst) {
    gitlab.mutate(
        "setting status \"" + status.getName() + "\"",
        lookFirst,
        () ->
            gitlab
                .api()
                .getCommitsApi()
                .addCommitStatus(gitlab.project(), commit.hex(), state, status));
  }

  Optional<Environment> environment(String name) {
    return gitlab
        .read(
            "looking for environment \"" + name + "\"",
            () ->
                gitlab
                    .api()
                    .getEnvironmentsApi()
                    .getEnvironments(gitlab.project(), PAGE, new EnvironmentFilter().withName(name))
                    .all())
        .stream()
        .filter(environment -> name.equals(environment.getName()))
        .findFirst();
  }

  void createEnvironment(String name, String page) {
    gitlab.mutate(
        "creating environment \"" + name + "\"",
        () -> environment(name),
        () ->
            gitlab
                .api()
                .getEnvironmentsApi()
                .createEnvironment(gitlab.project(), name, page, null));
  }

  void linkEnvironment(Environment environment, String page) {
    gitlab.replace(
        "updating environment \"" + environment.getName() + "\"",
        () -> {
          gitlab.raw().linkEnvironment(environment.getId(), page);
          return page;
        });
  }

  /** The newest deployment of an environment. */
  Optional<Deployment> newestDeployment(String environment) {
    DeploymentFilter filter =
        new DeploymentFilter()
            .withEnvironment(environment)
            .withOrderBy(Constants.DeploymentOrderBy.ID)
            .withSortOrder(Constants.SortOrder.DESC);
    return gitlab
        .read(
            "reading the deployments of \"" + environment + "\"",
            () ->
                gitlab
                    .api()
                    .getDeploymentsApi()
                    .getProjectDeployments(gitlab.project(), filter, 1)
                    .first())
        .stream()
        .findFirst();
  }

  void addDeployment(
      Deployment deployment, String environment, Supplier<Optional<Deployment>> lookFirst) {
    gitlab.mutate(
        "recording a deployment of \"" + environment + "\"",
        lookFirst,
        () ->
            gitlab
                .api()
                .getDeploymentsApi()
                .addDeployment(
                    gitlab.project(),
                    environment,
                    deployment.getSha(),
                    deployment.getRef(),
                    false,
                    deployment.getStatus()));
  }

  void endDeployment(
      Deployment deployment,
      Constants.DeploymentStatus status,
      Supplier<Optional<Deployment>> lookFirst) {
    gitlab.mutate(
        "ending deployment " + deployment.getId(),
        lookFirst,
        () ->
            gitlab
                .api()
                .getDeploymentsApi()
                .updateDeployment(gitlab.project(), deployment.getId(), status));
  }

  private static boolean mayWrite(Member member) {
    AccessLevel level = member.getAccessLevel();
    return level != null && level.toValue() >= AccessLevel.DEVELOPER.toValue();
  }
}
