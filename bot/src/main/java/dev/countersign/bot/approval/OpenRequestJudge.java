package dev.countersign.bot.approval;

import dev.countersign.bot.forge.BranchContent;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.ReviewedRequest;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.ci.verify.RequestJudge;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import java.util.Optional;

/** Judges an open merge request as it will be judged once it is merged. Reads only. */
public final class OpenRequestJudge {
  private final GitRepository git;

  /**
   * @param git with the protected branch and the merge request's heads fetched
   */
  public OpenRequestJudge(GitRepository git) {
    this.git = git;
  }

  /**
   * Judges a merge request by the configuration at the protected branch's tip.
   *
   * @param tip of the protected branch
   * @return empty if its branch is that of no line, if the configuration does not name the line, or
   *     if its head has no readable reference
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFIGURATION_INVALID}, or
   *     as {@link RequestJudge#judge}
   */
  public Optional<JudgedRequest> judge(OpenRequest request, Settings settings, CommitId tip) {
    return request
        .line()
        .flatMap(line -> settings.of(line, tip))
        .flatMap(found -> judge(request, found, tip));
  }

  /** As the other, by settings that were read before. */
  public Optional<JudgedRequest> judge(OpenRequest request, LineSettings settings, CommitId tip) {
    return request
        .line()
        .flatMap(line -> new ReferenceHistory(git).at(request.head(), line).document())
        .map(ReferenceDocument::reference)
        .map(reference -> new RequestJudge(git).judge(reviewed(request, tip), reference, settings));
  }

  private ReviewedRequest reviewed(OpenRequest request, CommitId tip) {
    return new ReviewedRequest(
        request.head(),
        BranchContent.between(git, tip, request.head()).base(),
        request.author(),
        request.conversation().approvals(),
        request.conversation().waivers());
  }
}
