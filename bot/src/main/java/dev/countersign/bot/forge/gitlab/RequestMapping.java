package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gitlab4j.api.models.AbstractUser;

/** Translates GitLab's merge requests. */
final class RequestMapping {
  /** Bot users of access tokens, and the accounts that GitLab acts under by itself. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(project|group)_\\d+_bot.*|ghost\\d*|(support|alert|security|visual-review|migration"
              + "|automation|service-desk)-?bot\\d*|gitlab-.*bot|gitlab-duo.*|duo-.*",
          Pattern.CASE_INSENSITIVE);

  private static final Identity GITLAB = new Identity("gitlab", Optional.empty());

  private final Predicate<Identity> isBot;

  /**
   * @param isBot whether somebody is the bot
   */
  RequestMapping(Predicate<Identity> isBot) {
    this.isBot = isBot;
  }

  /**
   * What GitLab says about one.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code REMOTE_UNAVAILABLE} if a
   *     field is missing that GitLab always gives
   */
  MergeRequest map(org.gitlab4j.api.models.MergeRequest from) {
    return AnswerForm.of("a merge request", () -> mapped(from));
  }

  private MergeRequest mapped(org.gitlab4j.api.models.MergeRequest from) {
    MergeRequest.State state = state(from);
    CommitId head = new CommitId(from.getSha());
    return new MergeRequest(
        from.getIid(),
        from.getWebUrl(),
        text(from),
        state,
        head,
        identity(from.getAuthor()),
        ending(from, state),
        state == MergeRequest.State.MERGED
            ? Optional.of(mergeCommit(from, head))
            : Optional.empty());
  }

  /** What a merge request says; a description that was edited in a browser comes with CRLF. */
  static MergeRequestDraft text(org.gitlab4j.api.models.MergeRequest from) {
    DraftTitle title = DraftTitle.parse(from.getTitle());
    return new MergeRequestDraft(
        from.getSourceBranch(),
        from.getTargetBranch(),
        title.text(),
        Optional.ofNullable(from.getDescription()).orElse("").replace("\r\n", "\n"),
        Optional.ofNullable(from.getLabels()).orElse(List.of()),
        title.draft());
  }

  static Identity identity(AbstractUser<?> user) {
    return new Identity(user.getUsername(), Optional.ofNullable(user.getId()));
  }

  /** "locked" is a merge that GitLab is carrying out at this moment. */
  private static MergeRequest.State state(org.gitlab4j.api.models.MergeRequest from) {
    return switch (from.getState()) {
      case "merged" -> MergeRequest.State.MERGED;
      case "closed" -> MergeRequest.State.CLOSED;
      default -> MergeRequest.State.OPEN;
    };
  }

  private Optional<MergeRequest.Ending> ending(
      org.gitlab4j.api.models.MergeRequest from, MergeRequest.State state) {
    return switch (state) {
      case OPEN -> Optional.empty();
      case MERGED ->
          Optional.of(
              ending(
                  user(from.getMergeUser()).or(() -> oldMerger(from)), from.getMergedAt(), from));
      case CLOSED -> Optional.of(ending(user(from.getClosedBy()), from.getClosedAt(), from));
    };
  }

  private MergeRequest.Ending ending(
      Optional<Identity> by, Date at, org.gitlab4j.api.models.MergeRequest from) {
    boolean person =
        by.filter(who -> !isBot.test(who) && !MACHINE.matcher(who.login()).matches()).isPresent();
    return new MergeRequest.Ending(
        by.orElse(GITLAB),
        person,
        Optional.ofNullable(at)
            .or(() -> Optional.ofNullable(from.getUpdatedAt()))
            .map(Date::toInstant)
            .orElse(Instant.EPOCH));
  }

  /** GitLab 15 may leave out {@code merge_user}, which took the place of {@code merged_by}. */
  @SuppressWarnings("deprecation")
  private static Optional<Identity> oldMerger(org.gitlab4j.api.models.MergeRequest from) {
    return user(from.getMergedBy());
  }

  private static Optional<Identity> user(AbstractUser<?> user) {
    return Optional.ofNullable(user).map(RequestMapping::identity);
  }

  /** A fast-forward has neither a merge commit nor, without squashing, a squash commit. */
  private static CommitId mergeCommit(org.gitlab4j.api.models.MergeRequest from, CommitId head) {
    return Optional.ofNullable(from.getMergeCommitSha())
        .or(() -> Optional.ofNullable(from.getSquashCommitSha()))
        .map(CommitId::new)
        .orElse(head);
  }
}
