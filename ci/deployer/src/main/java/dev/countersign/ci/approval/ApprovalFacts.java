package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * All that decides whose approval of a merge request counts.
 *
 * @param policy of the environment, from the protected branch
 * @param opener who opened the merge request: the bot
 * @param launcher who launched the training; empty if the reference names nobody
 * @param contentAuthors authors and committers of the commits that brought content
 * @param head the last head of the merge request
 * @param approvals in order of time
 */
public record ApprovalFacts(
    ApprovalPolicy policy,
    Identity opener,
    Optional<Launcher> launcher,
    List<Person> contentAuthors,
    CommitId head,
    List<HeadApproval> approvals) {
  public ApprovalFacts {
    contentAuthors = List.copyOf(contentAuthors);
    approvals = List.copyOf(approvals);
  }
}
