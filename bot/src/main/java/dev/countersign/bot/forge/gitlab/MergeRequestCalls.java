package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gitlab4j.api.models.MergeRequest;
import org.gitlab4j.api.models.MergeRequestFilter;
import org.gitlab4j.api.models.MergeRequestParams;
import org.gitlab4j.api.models.MergeRequestVersion;
import org.gitlab4j.api.models.Note;
import org.gitlab4j.models.Constants;

/** The calls about merge requests: one method, one endpoint. */
final class MergeRequestCalls {
  private static final int PAGE = 100;

  private final GitLabConnection gitlab;

  MergeRequestCalls(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  /** All of this project's own branch, newest first; not those of forks. */
  List<MergeRequest> of(String sourceBranch) {
    MergeRequestFilter filter =
        new MergeRequestFilter()
            .withSourceBranch(sourceBranch)
            .withState(Constants.MergeRequestState.ALL)
            .withOrderBy(Constants.MergeRequestOrderBy.CREATED_AT)
            .withSort(Constants.SortOrder.DESC);
    return listed("listing the merge requests of \"" + sourceBranch + "\"", filter).stream()
        .filter(request -> sourceBranch.equals(request.getSourceBranch()))
        .sorted((one, other) -> Long.compare(other.getIid(), one.getIid()))
        .toList();
  }

  /** All that are open. */
  List<MergeRequest> open() {
    return listed(
        "listing the open merge requests",
        new MergeRequestFilter().withState(Constants.MergeRequestState.OPENED));
  }

  /** Those in any state that changed at a time or later. */
  List<MergeRequest> changedSince(Instant time) {
    return listed(
        "listing the merge requests that changed",
        new MergeRequestFilter()
            .withState(Constants.MergeRequestState.ALL)
            .withUpdatedAfter(Date.from(time)));
  }

  private List<MergeRequest> listed(String description, MergeRequestFilter filter) {
    return gitlab
        .read(
            description,
            () ->
                gitlab
                    .api()
                    .getMergeRequestApi()
                    .getMergeRequests(gitlab.project(), filter, PAGE)
                    .all())
        .stream()
        .filter(MergeRequestCalls::isOwn)
        .toList();
  }

  /** Those whose commits, merge commit or squash commit is this one. */
  List<MergeRequest> with(CommitId commit) {
    try {
      return gitlab.read(
          "asking which merge requests brought commit \"" + commit + "\"",
          () ->
              gitlab
                  .api()
                  .getCommitsApi()
                  .getMergeRequests(gitlab.project(), commit.hex(), PAGE)
                  .all());
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  MergeRequest get(long number) {
    return about(
        number,
        "reading",
        () -> gitlab.api().getMergeRequestApi().getMergeRequest(gitlab.project(), number));
  }

  MergeRequest create(MergeRequestParams params, Supplier<Optional<MergeRequest>> lookFirst) {
    return gitlab.mutate(
        "opening a merge request",
        lookFirst,
        () -> gitlab.api().getMergeRequestApi().createMergeRequest(gitlab.project(), params));
  }

  MergeRequest update(long number, MergeRequestParams params) {
    return gitlab.replace(
        "updating merge request " + number,
        () ->
            gitlab.api().getMergeRequestApi().updateMergeRequest(gitlab.project(), number, params));
  }

  /** Every head that the merge request had. */
  List<MergeRequestVersion> versions(long number) {
    return about(
        number,
        "reading the versions of",
        () ->
            gitlab
                .api()
                .getMergeRequestApi()
                .getDiffVersions(gitlab.project(), number, PAGE)
                .all());
  }

  /** Who approved; an object with {@code approved_by}. */
  JsonNode approvals(long number) {
    return about(number, "reading the approvals of", () -> gitlab.raw().approvals(number));
  }

  void resetApprovals(long number) {
    gitlab.replace(
        "taking back the approvals of merge request " + number,
        () -> {
          gitlab.raw().resetApprovals(number);
          return number;
        });
  }

  /** Everything that was said and noted, oldest first. */
  List<Note> notes(long number) {
    return about(
        number,
        "reading the comments of",
        () ->
            gitlab
                .api()
                .getNotesApi()
                .getMergeRequestNotes(
                    gitlab.project(),
                    number,
                    Constants.SortOrder.ASC,
                    Note.OrderBy.CREATED_AT,
                    PAGE)
                .all());
  }

  void addNote(long number, String body, Supplier<Optional<Note>> lookFirst) {
    gitlab.mutate(
        "commenting on merge request " + number,
        lookFirst,
        () ->
            gitlab
                .api()
                .getNotesApi()
                .createMergeRequestNote(gitlab.project(), number, body, null, null));
  }

  void editNote(long number, long note, String body) {
    gitlab.replace(
        "editing a comment on merge request " + number,
        () ->
            gitlab
                .api()
                .getNotesApi()
                .updateMergeRequestNote(gitlab.project(), number, note, body));
  }

  private <T> T about(long number, String reading, Callable<T> call) {
    try {
      return gitlab.read(reading + " merge request " + number, call);
    } catch (CountersignException e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "there is no merge request \"%d\" in project \"%s\"".formatted(number, gitlab.project()),
          e);
    }
  }

  private static boolean isOwn(MergeRequest request) {
    return Objects.equals(request.getSourceProjectId(), request.getTargetProjectId());
  }
}
