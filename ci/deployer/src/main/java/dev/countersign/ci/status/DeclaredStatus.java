package dev.countersign.ci.status;

import dev.countersign.ci.target.Release;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;

/** What the protected branch declares for a line. */
public sealed interface DeclaredStatus {
  /**
   * A reference that was validly approved.
   *
   * @param approvedBy logins of those who counted; empty if nobody had to approve
   */
  record Approved(Release release, List<String> approvedBy) implements DeclaredStatus {
    public Approved {
      approvedBy = List.copyOf(approvedBy);
    }
  }

  /** A reference that reached the branch without a valid approval: it never deploys. */
  record NotApproved(Release release, String reason) implements DeclaredStatus {}

  /** A file that is no reference of the line. */
  record Unreadable(CommitId commit, String reason) implements DeclaredStatus {}
}
