package dev.countersign.ci.verify;

import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.Map;
import java.util.Optional;

/** Checks the merge request that brought a reference: its content, its approvals, its gates. */
final class RequestChecks {
  private final RequestJudge judge;
  private final GitCommit merged;
  private final ModelReference reference;
  private final CheckList checks;

  RequestChecks(
      ProtectedBranch branch, GitCommit merged, ModelReference reference, CheckList checks) {
    this.judge = new RequestJudge(branch.git());
    this.merged = merged;
    this.reference = reference;
    this.checks = checks;
  }

  /** Adds the checks; the decision is empty if the head cannot be read. */
  Optional<ApprovalDecision> verify(MergedRequest request, LineSettings settings) {
    Optional<JudgedRequest> judged =
        checks.attempt(
            CheckName.CONTENT, () -> judge.judge(request.reviewed(), reference, settings));
    judged.ifPresent(this::check);
    return judged.map(JudgedRequest::approval);
  }

  private void check(JudgedRequest judged) {
    Map<String, Optional<BlobId>> brought = MergeContents.mergedBy(merged);
    checks.add(judged.signed());
    checks.add(
        MergeChecks.paths(reference.line(), judged.content().blobs().keySet(), brought.keySet()));
    checks.add(MergeChecks.content(judged.content().blobs(), brought));
    judged.launcherAttested().ifPresent(checks::add);
    checks.add(judged.approved());
    judged.gatesHold().ifPresent(checks::add);
  }
}
