package dev.countersign.bot.forge;

import dev.countersign.ci.promotion.MergeRequests;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * What the CI job step asks of a forge, answered by any {@link Forge}. The repository must have
 * fetched the protected branch and the heads of its merge requests.
 */
public final class ForgeMergeRequests implements MergeRequests {
  private final Forge forge;
  private final GitRepository repository;

  public ForgeMergeRequests(Forge forge, GitRepository repository) {
    this.forge = forge;
    this.repository = repository;
  }

  /**
   * {@inheritDoc}
   *
   * @throws CountersignException also {@code CONFLICT} if several merge requests claim the commit
   */
  @Override
  public Optional<MergedRequest> broughtBy(CommitId merged) {
    List<MergeRequest> found =
        forge.bringing(merged).stream()
            .filter(request -> request.state() == MergeRequest.State.MERGED)
            .toList();
    if (found.size() > 1) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "commit \"%s\" was brought by more than one merge request: %s"
              .formatted(merged, found.stream().map(MergeRequest::number).toList()));
    }
    return found.stream().findFirst().map(request -> asMerged(request, merged));
  }

  private MergedRequest asMerged(MergeRequest request, CommitId merged) {
    Conversation conversation = forge.conversation(request.number());
    MergeRequest.Ending ending =
        request
            .ended()
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.BUG,
                        "merge request %d is merged by nobody".formatted(request.number())));
    return new MergedRequest(
        request.number(),
        request.url(),
        request.text().source(),
        request.text().target(),
        request.head(),
        BranchContent.between(repository, before(merged), request.head()).base(),
        request.author(),
        conversation.approvals(),
        conversation.waivers(),
        ending.by(),
        ending.at());
  }

  /** The protected branch as it was before a commit came: the commit's first parent. */
  private CommitId before(CommitId merged) {
    List<GitCommit> commit =
        repository.log(new LogQuery(merged, Optional.empty(), Optional.empty(), true, 1));
    return commit.stream()
        .flatMap(found -> found.parents().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.CONFLICT,
                    "commit \"%s\" has no parent; a merge request cannot have brought it"
                        .formatted(merged)));
  }
}
