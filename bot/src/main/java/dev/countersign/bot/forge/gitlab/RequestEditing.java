package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.LabelChanges;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.Optional;
import org.gitlab4j.api.models.MergeRequest;
import org.gitlab4j.api.models.MergeRequestParams;
import org.gitlab4j.models.GitLabForm;

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
    LabelChanges labels = LabelChanges.between(now.labels(), draft.labels());
    MergeRequestParams changes = new LabelledParams(labels);
    boolean differs = !labels.isNone();
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
    if (!draft.target().equals(now.target())) {
      changes.withTargetBranch(draft.target());
      differs = true;
    }
    return differs ? Optional.of(changes) : Optional.empty();
  }

  private static String title(MergeRequestDraft draft) {
    return new DraftTitle(draft.title(), draft.draft()).toSend();
  }

  /** Adds and takes away labels one by one, which the SDK has no parameters for. */
  private static final class LabelledParams extends MergeRequestParams {
    private static final long serialVersionUID = 1L;

    private final String added;
    private final String removed;

    LabelledParams(LabelChanges labels) {
      this.added = String.join(",", labels.added());
      this.removed = String.join(",", labels.removed());
    }

    @Override
    public GitLabForm getForm(boolean isCreate) {
      GitLabForm form = super.getForm(isCreate);
      if (!added.isEmpty()) {
        form.withParam("add_labels", added);
      }
      return removed.isEmpty() ? form : form.withParam("remove_labels", removed);
    }
  }
}
