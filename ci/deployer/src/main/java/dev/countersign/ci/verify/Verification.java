package dev.countersign.ci.verify;

import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.ci.target.Release;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * What was found about one promotion: the reference of a line as one commit brought it.
 *
 * @param release empty if the reference could not be read
 * @param request empty if no merge request brought the commit
 * @param approval empty if it was not reached
 * @param checks in the order of {@link CheckName}; checks that need an earlier one that failed are
 *     left out, so a verification holds only if {@link #holds}
 */
public record Verification(
    ModelEnvironment line,
    CommitId commit,
    Optional<Release> release,
    Optional<MergedRequest> request,
    Optional<ApprovalDecision> approval,
    List<Check> checks) {
  public Verification {
    checks = List.copyOf(checks);
  }

  /** Whether every check was made and passed. */
  public boolean holds() {
    return !checks.isEmpty() && failures().isEmpty();
  }

  /** The checks that failed, in order. */
  public List<Check.Failed> failures() {
    return checks.stream()
        .filter(Check.Failed.class::isInstance)
        .map(Check.Failed.class::cast)
        .toList();
  }

  /** The code of the first failure, which decides the exit code. */
  public Optional<ErrorCode> code() {
    return failures().stream().findFirst().map(Check.Failed::code);
  }
}
