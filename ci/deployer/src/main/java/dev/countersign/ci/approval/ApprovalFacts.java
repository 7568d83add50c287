package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;

/**
 * All that decides whose approval of a merge request counts.
 *
 * @param policy of the environment, from the protected branch
 * @param opener who opened the merge request: the bot
 * @param launchers who launched the training, or the pipeline that proposed it; may be empty
 * @param contentAuthors authors and committers of the commits that brought content
 * @param head the last head of the merge request
 * @param approvals in order of time
 */
public record ApprovalFacts(
    ApprovalPolicy policy,
    Identity opener,
    List<Launcher> launchers,
    List<Person> contentAuthors,
    CommitId head,
    List<HeadApproval> approvals) {
  public ApprovalFacts {
    launchers = List.copyOf(launchers);
    contentAuthors = List.copyOf(contentAuthors);
    approvals = List.copyOf(approvals);
  }
}
