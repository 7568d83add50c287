package dev.countersign.bot.sync;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.events.DecisionEvents;
import dev.countersign.bot.forge.BranchContent;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.OutcomeLog;
import dev.countersign.modelrefs.git.log.OutcomeRecord;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether an open merge request waits in vain: the environment's reference changed after the
 * candidate was put on it, or nobody has decided for longer than the environment's {@code
 * staleAfter}. Asks Git first and the forge last. Not thread-safe, as its repository.
 */
final class Waiting {
  private final GitRepository git;
  private final ToldNotices told;
  private final CommitId tip;
  private final Instant now;

  /**
   * @param git with the protected branch and the heads of open merge requests fetched
   * @param tip of the protected branch
   */
  Waiting(GitRepository git, ToldNotices told, CommitId tip, Instant now) {
    this.git = git;
    this.told = told;
    this.tip = tip;
    this.now = now;
  }

  /**
   * The event that it waits in vain; empty if it does not.
   *
   * @param judged what the rules say about it, asked only if it is old enough
   */
  Optional<ChatEvent> inVain(RequestQuestion question, Supplier<Optional<JudgedRequest>> judged) {
    Optional<ModelReference> overtaking = overtaking(question);
    return overtaking.isPresent()
        ? referenceAt(question.request().head(), question.line())
            .map(reference -> stale(question, reference, question.listed().openedAt(), overtaking))
        : undecided(question, judged);
  }

  private Optional<ModelReference> overtaking(RequestQuestion question) {
    CommitId base = BranchContent.between(git, tip, question.request().head()).base();
    return blob(tip, question.line()).equals(blob(base, question.line()))
        ? Optional.empty()
        : referenceAt(tip, question.line());
  }

  private Optional<ChatEvent> undecided(
      RequestQuestion question, Supplier<Optional<JudgedRequest>> judged) {
    Instant opened = question.listed().openedAt();
    if (!isLongAgo(opened, question)) {
      return Optional.empty();
    }
    MergeRequest request = question.request();
    return referenceAt(request.head(), question.line())
        .map(reference -> stale(question, reference, since(opened, reference), Optional.empty()))
        .filter(event -> isLongAgo(event.since(), question))
        .filter(event -> !told.wasTold(question.line(), ChatEvent.Approved.enough(request.head())))
        .filter(event -> judged.get().filter(found -> !isDecided(found)).isPresent())
        .map(event -> (ChatEvent) event);
  }

  /** Without required approvals merging is the decision, and nobody has merged. */
  private static boolean isDecided(JudgedRequest judged) {
    return judged.isApproved() && judged.approval().required().people() > 0;
  }

  private boolean isLongAgo(Instant time, RequestQuestion question) {
    Duration waited = Duration.between(time, now);
    return waited.compareTo(question.rules().rules().staleAfter()) >= 0;
  }

  /** One merge request has many candidates in its life; patience begins anew with each. */
  private Instant since(Instant opened, ModelReference reference) {
    return new OutcomeLog(git)
        .records(reference.line()).stream()
            .filter(
                record ->
                    record.artifact().filter(reference.artifact().digest()::equals).isPresent())
            .map(OutcomeRecord::at)
            .max(Comparator.naturalOrder())
            .filter(proposed -> proposed.isAfter(opened))
            .orElse(opened);
  }

  private static ChatEvent.Stale stale(
      RequestQuestion question,
      ModelReference reference,
      Instant since,
      Optional<ModelReference> overtaking) {
    return new ChatEvent.Stale(
        DecisionEvents.promotion(question.request(), reference),
        since,
        question.request().head(),
        question.rules().approvers(),
        overtaking.map(ModelReference::version));
  }

  private Optional<ModelReference> referenceAt(CommitId commit, ModelEnvironment line) {
    return new ReferenceHistory(git).at(commit, line).document().map(ReferenceDocument::reference);
  }

  private Optional<BlobId> blob(CommitId commit, ModelEnvironment line) {
    String path = line.referencePath();
    String folder = path.substring(0, path.lastIndexOf('/'));
    return Optional.ofNullable(git.list(commit, folder).get(path));
  }
}
