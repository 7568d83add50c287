package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.value.CommitId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.gitlab4j.models.Constants.CommitBuildState;
import org.jspecify.annotations.Nullable;

/** Statuses beside a commit. */
final class StatusReports {
  private static final int BAD_REQUEST = 400;

  private final ProjectCalls calls;

  StatusReports(ProjectCalls calls) {
    this.calls = calls;
  }

  /** Writes those that GitLab does not show yet. */
  void report(CommitId commit, List<CommitStatus> statuses) {
    if (statuses.isEmpty()) {
      return;
    }
    List<org.gitlab4j.api.models.CommitStatus> shown = calls.statuses(commit);
    statuses.stream()
        .filter(wanted -> shown.stream().noneMatch(status -> says(status, wanted)))
        .forEach(wanted -> write(commit, wanted));
  }

  /** GitLab refuses a transition to the state that a status is in; then it is as wanted. */
  private void write(CommitId commit, CommitStatus wanted) {
    try {
      calls.addStatus(
          commit,
          state(wanted),
          new org.gitlab4j.api.models.CommitStatus()
              .withName(wanted.name())
              .withDescription(wanted.description())
              .withTargetUrl(link(wanted)),
          () -> calls.statuses(commit).stream().filter(shown -> says(shown, wanted)).findFirst());
    } catch (CountersignException e) {
      if (GitLabConnection.status(e) != BAD_REQUEST
          || !e.explanation().contains("Cannot transition status")) {
        throw e;
      }
    }
  }

  private static boolean says(org.gitlab4j.api.models.CommitStatus shown, CommitStatus wanted) {
    return wanted.name().equals(shown.getName())
        && state(wanted).toString().equals(shown.getStatus())
        && wanted.description().equals(shown.getDescription())
        && Objects.equals(link(wanted), shown.getTargetUrl());
  }

  private static @Nullable String link(CommitStatus status) {
    return status.link().map(URI::toString).orElse(null);
  }

  private static CommitBuildState state(CommitStatus status) {
    return switch (status.state()) {
      case PENDING -> CommitBuildState.PENDING;
      case SUCCESS -> CommitBuildState.SUCCESS;
      case FAILURE -> CommitBuildState.FAILED;
    };
  }
}
