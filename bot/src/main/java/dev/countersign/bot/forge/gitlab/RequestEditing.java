package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.Optional;
import org.gitlab4j.api.models.MergeRequest;
import org.gitlab4j.api.models.MergeRequestParams;

/** What has to be sent so that a merge request says what a draft wants. */
final class RequestEditing {
  private RequestEditing() {}

  /** Everything; the branch goes when it is merged. */
  static MergeRequestParams creation(MergeRequestDraft draft) {
    return new MergeRequestParams()
        .withSourceBranch(draft.source())
        .withTargetBranch(draft.target())
        .withTitle(title(draft))
        .withDescription(InertText.of(draft.body()))
        .withLabels(draft.labels())
        .withRemoveSourceBranch(true);
  }

  /**
   * Only what differs.
   *
   * @return empty if nothing does
   * @throws CountersignException {@code INPUT_INVALID} if the merge request is another branch's
   */
  static Optional<MergeRequestParams> difference(MergeRequest shown, MergeRequestDraft draft) {
    MergeRequestDraft now = RequestMapping.text(shown);
    if (!now.source().equals(draft.source())) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "merge request %d comes from branch \"%s\", not from \"%s\""
              .formatted(shown.getIid(), now.source(), draft.source()));
    }
    MergeRequestParams changes = new MergeRequestParams();
    boolean differs = false;
    String title = title(draft);
    if (!title.equals(shown.getTitle())) {
      changes.withTitle(title);
      differs = true;
    }
    String body = InertText.of(draft.body());
    if (!body.equals(now.body())) {
      changes.withDescription(body);
      differs = true;
    }
    if (!draft.labels().equals(now.labels())) {
      changes.withLabels(draft.labels());
      differs = true;
    }
    if (!draft.target().equals(now.target())) {
      changes.withTargetBranch(draft.target());
      differs = true;
    }
    return differs ? Optional.of(changes) : Optional.empty();
  }

  private static String title(MergeRequestDraft draft) {
    return new DraftTitle(draft.title(), draft.draft()).toSend();
  }
}
