package dev.countersign.bot.approval;

import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.MergeRule;
import dev.countersign.bot.forge.local.Objection;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.verify.Check;
import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the local forge demands before it merges: that what is merged could be deployed. A courtesy
 * to the person who merges; it is decided again, from the records, before anything is deployed.
 */
public final class MergeConditions implements MergeRule {
  private final GitRepository git;
  private final Settings settings;
  private final Supplier<CommitId> tip;

  /**
   * @param git with the merge requests' heads fetched
   * @param tip of the protected branch, freshly fetched
   */
  public MergeConditions(GitRepository git, Settings settings, Supplier<CommitId> tip) {
    this.git = git;
    this.settings = settings;
    this.tip = tip;
  }

  @Override
  public List<Objection> objections(MergeRequest request, Conversation conversation) {
    CommitId now = tip.get();
    boolean promotes =
        ModelEnvironment.ofBranch(request.text().source())
            .flatMap(line -> settings.of(line, now))
            .isPresent();
    if (!promotes) {
      return NO_DRAFTS.objections(request, conversation);
    }
    return new OpenRequestJudge(git)
        .judge(OpenRequest.of(request, conversation), settings, now)
        .map(MergeConditions::objections)
        .orElseGet(() -> List.of(unreadable(request)));
  }

  /** A gate that needs a person is met by an approval, so it is not named beside a missing one. */
  private static List<Objection> objections(JudgedRequest judged) {
    Optional<Check> gates =
        judged.gatesHold().filter(check -> judged.isApproved() || judged.hasFailedGate());
    return Stream.of(
            Optional.of(judged.signed()),
            Optional.of(judged.paths()),
            judged.launcherAttested(),
            gates,
            Optional.of(judged.approved()))
        .flatMap(Optional::stream)
        .filter(Check.Failed.class::isInstance)
        .map(Check.Failed.class::cast)
        .map(failed -> new Objection(failed.code(), failed.detail() + whoCan(failed, judged)))
        .toList();
  }

  private static String whoCan(Check.Failed failed, JudgedRequest judged) {
    return failed.code() == ErrorCode.NOT_APPROVED
        ? "; these people can approve: " + String.join(", ", judged.eligible())
        : "";
  }

  private static Objection unreadable(MergeRequest request) {
    return new Objection(
        ErrorCode.INPUT_INVALID,
        "the head of merge request %d has no reference that can be read"
            .formatted(request.number()));
  }
}
