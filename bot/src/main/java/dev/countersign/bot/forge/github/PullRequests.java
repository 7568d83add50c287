package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.LabelChanges;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pull requests of the repository. Remembers what it read last, so that one run does not ask
 * for the same twice; a stale one does no harm, because GitHub refuses what it does not fit.
 */
final class PullRequests {
  private static final int UNPROCESSABLE = 422;
  private static final Pattern LINKED = Pattern.compile("/blob/([0-9a-f]{40})/");

  private final GitHubConnection gitHub;
  private final Map<Long, PullRequest> known = new HashMap<>();
  private final Set<String> listed = new HashSet<>();

  PullRequests(GitHubConnection gitHub) {
    this.gitHub = gitHub;
  }

  /** All of a branch of this repository, newest first. */
  List<PullRequest> of(String branch) {
    String head = encoded(gitHub.settings().repository().owner() + ":" + branch);
    List<PullRequest> found =
        gitHub
            .list(
                "looking for merge requests of branch \"" + branch + "\"",
                "/pulls?state=all&sort=created&direction=desc&head=" + head)
            .stream()
            .filter(this::isFromHere)
            .map(PullRequest::of)
            .filter(pull -> pull.text().source().equals(branch))
            .toList();
    known.values().removeIf(pull -> pull.text().source().equals(branch));
    found.forEach(this::remember);
    listed.add(branch);
    return found;
  }

  /** All that are open, and those that ended and changed at a time or later; newest first. */
  List<Dated> openOrChangedSince(Instant time) {
    Stream<JsonNode> open =
        gitHub.list("listing the open merge requests", "/pulls?state=open").stream();
    Stream<JsonNode> ended =
        gitHub
            .listUntil(
                "listing the merge requests that changed",
                "/pulls?state=closed&sort=updated&direction=desc",
                last -> changedBefore(last, time))
            .stream()
            .filter(json -> !changedBefore(json, time));
    return Stream.concat(open, ended)
        .filter(this::isFromHere)
        .map(json -> new Dated(remember(PullRequest.of(json)), opened(json), changed(json)))
        .sorted(Comparator.comparing((Dated dated) -> dated.pull().number()).reversed())
        .toList();
  }

  /** One with its times. */
  record Dated(PullRequest pull, Instant opened, Instant changed) {}

  private static Instant opened(JsonNode json) {
    return PullRequest.time(json.path("created_at")).orElse(Instant.EPOCH);
  }

  private static Instant changed(JsonNode json) {
    return PullRequest.time(json.path("updated_at")).orElse(Instant.EPOCH);
  }

  private static boolean changedBefore(JsonNode json, Instant time) {
    return changed(json).isBefore(time);
  }

  /** The one that is open for a branch, as it was when the branch was listed. */
  Optional<PullRequest> openOf(String branch) {
    if (!listed.contains(branch)) {
      of(branch);
    }
    return known.values().stream()
        .filter(pull -> pull.open() && pull.text().source().equals(branch))
        .findFirst();
  }

  /** One by its number, as read last. */
  PullRequest get(long number) {
    PullRequest pull = known.get(number);
    return pull == null ? remember(PullRequest.of(read(number))) : pull;
  }

  /** Those that GitHub connects with a commit; none if it does not know the commit. */
  List<PullRequest> with(CommitId commit) {
    try {
      return gitHub
          .list(
              "asking which merge request brought \"" + commit.hex() + "\"",
              "/commits/" + commit.hex() + "/pulls")
          .stream()
          .filter(this::isFromHere)
          .map(PullRequest::of)
          .map(this::remember)
          .toList();
    } catch (CountersignException e) {
      if (status(e) == UNPROCESSABLE) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * Opens one; adopts one that is there already.
   *
   * @throws CountersignException {@code NOT_FOUND} without the branch, {@code CONFLICT} if it
   *     brings nothing
   */
  PullRequest open(MergeRequestDraft draft) {
    try {
      return create(draft, draft.draft());
    } catch (CountersignException e) {
      String said = RemoteFailure.behind(e).map(RemoteFailure::body).orElse("");
      if (status(e) != UNPROCESSABLE) {
        throw e;
      }
      if (said.contains("already exists")) {
        return findOpen(draft.source()).orElseThrow(() -> e);
      }
      if (draft.draft() && said.contains("Draft pull requests are not supported")) {
        return create(draft, false);
      }
      throw refused(draft, said, e);
    }
  }

  /**
   * Changes title, body and target in one request.
   *
   * @throws CountersignException {@code INPUT_INVALID} if it comes from another branch
   */
  PullRequest edit(PullRequest pull, MergeRequestDraft draft) {
    if (!pull.text().source().equals(draft.source())) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "merge request %d comes from branch \"%s\", not from \"%s\""
              .formatted(pull.number(), pull.text().source(), draft.source()));
    }
    Map<String, Object> changes = new LinkedHashMap<>();
    if (!pull.text().title().equals(draft.title())) {
      changes.put("title", draft.title());
    }
    if (!pull.text().body().stripTrailing().equals(draft.body().stripTrailing())) {
      changes.put("body", draft.body());
    }
    if (!pull.text().target().equals(draft.target())) {
      changes.put("base", draft.target());
    }
    if (changes.isEmpty()) {
      return pull;
    }
    return remember(
        PullRequest.of(
            gitHub.replace(
                "updating merge request \"" + pull.number() + "\"",
                "PATCH",
                gitHub.settings().api("/pulls/" + pull.number()),
                changes)));
  }

  /** Adds and takes away labels; those of people stay. */
  PullRequest label(PullRequest pull, LabelChanges changes) {
    String what = "labelling merge request \"" + pull.number() + "\"";
    String place = "/issues/" + pull.number() + "/labels";
    List<String> labels = new ArrayList<>(pull.labels());
    if (!changes.added().isEmpty()) {
      gitHub.replace(what, "POST", gitHub.settings().api(place), Map.of("labels", changes.added()));
      labels.addAll(changes.added());
    }
    for (String gone : changes.removed()) {
      unlabel(what, gitHub.settings().api(place + "/" + encoded(gone).replace("+", "%20")));
      labels.remove(gone);
    }
    return remember(pull.withLabels(labels));
  }

  /** One that somebody else took away is gone as well. */
  private void unlabel(String what, URI label) {
    try {
      gitHub.replace(what, "DELETE", label, Map.of());
    } catch (CountersignException e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
    }
  }

  /** The commits by which open ones link to something in the repository. */
  Set<CommitId> commitsShownByOpenOnes() {
    return gitHub.list("looking for pictures that are shown", "/pulls?state=open").stream()
        .flatMap(pull -> LINKED.matcher(pull.path("body").asText("")).results())
        .map(found -> new CommitId(found.group(1)))
        .collect(Collectors.toSet());
  }

  PullRequest remember(PullRequest pull) {
    known.put(pull.number(), pull);
    return pull;
  }

  /** The HTTP status behind a failure; 0 if there was no answer. */
  static int status(CountersignException error) {
    return RemoteFailure.behind(error).map(RemoteFailure::status).orElse(0);
  }

  private PullRequest create(MergeRequestDraft draft, boolean asDraft) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", draft.title());
    body.put("head", draft.source());
    body.put("base", draft.target());
    body.put("body", draft.body());
    body.put("draft", asDraft);
    body.put("maintainer_can_modify", false);
    URI address = gitHub.settings().api("/pulls");
    JsonNode answer =
        gitHub.change(
            "opening a merge request of branch \"" + draft.source() + "\"",
            () -> findOpen(draft.source()).map(found -> read(found.number())),
            "POST",
            address,
            body);
    return remember(PullRequest.of(answer));
  }

  private Optional<PullRequest> findOpen(String branch) {
    return of(branch).stream().filter(PullRequest::open).findFirst();
  }

  /** A fork's branch may have the same name. */
  private boolean isFromHere(JsonNode json) {
    return json.path("head")
        .path("repo")
        .path("full_name")
        .asText()
        .equalsIgnoreCase(gitHub.settings().repository().toString());
  }

  private JsonNode read(long number) {
    return gitHub.get("reading merge request \"" + number + "\"", "/pulls/" + number);
  }

  private static CountersignException refused(
      MergeRequestDraft draft, String said, CountersignException error) {
    if (said.contains("No commits between")) {
      return new CountersignException(
          ErrorCode.CONFLICT,
          "branch \"%s\" brings nothing that \"%s\" does not have"
              .formatted(draft.source(), draft.target()),
          error);
    }
    for (String field : List.of("head", "base")) {
      if (said.matches("(?s).*\"field\"\\s*:\\s*\"" + field + "\".*")) {
        return new CountersignException(
            ErrorCode.NOT_FOUND,
            "there is no branch \"%s\""
                .formatted(field.equals("head") ? draft.source() : draft.target()),
            error);
      }
    }
    return error;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
