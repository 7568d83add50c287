package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.modelrefs.value.CommitId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHCommitState;

/** Statuses beside a commit: the newest of each name counts. */
final class CommitStatuses {
  private final GitHubConnection gitHub;

  CommitStatuses(GitHubConnection gitHub) {
    this.gitHub = gitHub;
  }

  /** Shows what is not shown so already. */
  void report(CommitId commit, List<CommitStatus> statuses) {
    if (statuses.isEmpty()) {
      return;
    }
    Map<String, JsonNode> shown = shown(commit);
    statuses.stream()
        .filter(status -> !isShown(status, shown))
        .forEach(status -> show(commit, status));
  }

  private void show(CommitId commit, CommitStatus status) {
    gitHub.changeBySdk(
        "reporting the status \"" + status.name() + "\" of commit \"" + commit.hex() + "\"",
        () -> isShown(status, shown(commit)) ? Optional.of(true) : Optional.empty(),
        () -> {
          gitHub
              .repositoryOfSdk()
              .createCommitStatus(
                  commit.hex(),
                  state(status),
                  status.link().map(URI::toString).orElse(null),
                  status.description(),
                  status.name());
          return true;
        });
  }

  /** Not by the SDK, which asks at an address that GitHub no longer documents. */
  private Map<String, JsonNode> shown(CommitId commit) {
    Map<String, JsonNode> newest = new LinkedHashMap<>();
    gitHub
        .list(
            "reading the statuses of commit \"" + commit.hex() + "\"",
            "/commits/" + commit.hex() + "/statuses")
        .forEach(status -> newest.putIfAbsent(status.path("context").asText(), status));
    return newest;
  }

  private static boolean isShown(CommitStatus status, Map<String, JsonNode> shown) {
    JsonNode there = shown.get(status.name());
    return there != null
        && there.path("state").asText().equals(state(status).name().toLowerCase(Locale.ROOT))
        && text(there, "description").equals(status.description())
        && text(there, "target_url").equals(status.link().map(URI::toString).orElse(""));
  }

  private static String text(JsonNode json, String field) {
    return json.hasNonNull(field) ? json.path(field).asText() : "";
  }

  private static GHCommitState state(CommitStatus status) {
    return switch (status.state()) {
      case PENDING -> GHCommitState.PENDING;
      case SUCCESS -> GHCommitState.SUCCESS;
      case FAILURE -> GHCommitState.FAILURE;
    };
  }
}
