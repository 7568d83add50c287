package dev.countersign.ci.verify;

import dev.countersign.ci.approval.ApprovalDecision;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.ci.target.Release;
import dev.countersign.ci.verify.PromotionVerifier.Judgement;
import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Optional;

/** One verification; made for it and thrown away. */
final class VerificationRun {
  private final PromotionVerifier verifier;
  private final ModelEnvironment line;
  private final CommitId commit;
  private final Judgement judgement;
  private final MergedReferences references;
  private final CheckList checks = new CheckList();

  private Optional<Release> release = Optional.empty();
  private Optional<MergedRequest> request = Optional.empty();
  private Optional<ApprovalDecision> approval = Optional.empty();

  VerificationRun(
      PromotionVerifier verifier, ModelEnvironment line, CommitId commit, Judgement judgement) {
    this.verifier = verifier;
    this.line = line;
    this.commit = commit;
    this.judgement = judgement;
    this.references = new MergedReferences(verifier.branch());
  }

  Verification verify() {
    findMerged().ifPresent(this::verifyMerged);
    return new Verification(line, commit, release, request, approval, checks.checks());
  }

  private void verifyMerged(GitCommit merged) {
    release = checks.attempt(CheckName.REFERENCE, () -> references.at(line, commit));
    if (release.isEmpty()) {
      return;
    }
    ModelReference reference = release.get().reference();
    checks.passed(CheckName.REFERENCE, "version " + reference.version() + ", checksum matches");
    checks.add(sequence(reference, merged));
    Optional<LineSettings> settings = settings(merged);
    request = request();
    if (settings.isPresent() && request.isPresent()) {
      approval =
          new RequestChecks(verifier.branch(), merged, reference, checks)
              .verify(request.get(), settings.get());
    }
    if (reference.origin() == Origin.ROLLBACK) {
      checks.add(rollbackSource(reference, merged));
    }
    judgement.store().filter(any -> checks.allPassed()).ifPresent(this::checkBytes);
  }

  private Optional<GitCommit> findMerged() {
    ProtectedBranch branch = verifier.branch();
    Optional<GitCommit> found =
        branch.holds(commit)
            ? branch.newest(line, commit).filter(newest -> newest.id().equals(commit))
            : Optional.empty();
    if (found.isPresent()) {
      checks.passed(CheckName.MERGED, "on the protected branch \"" + branch.name() + "\"");
    } else {
      checks.failed(
          CheckName.MERGED,
          ErrorCode.COMMIT_NOT_MERGED,
          "commit \"%s\" is not a commit of the protected branch \"%s\" that changed \"%s\""
              .formatted(commit, branch.name(), line.referencePath()));
    }
    return found;
  }

  private Check sequence(ModelReference reference, GitCommit merged) {
    Optional<ModelReference> withdrawal =
        judgement.isForNow()
            ? Lineage.withdrawnBy(reference, references.after(line, merged))
            : Optional.empty();
    return withdrawal
        .<Check>map(
            rollback ->
                new Check.Failed(
                    CheckName.SEQUENCE,
                    ErrorCode.SEQUENCE_REFUSED,
                    "version \"%s\" was withdrawn by the rollback with sequence \"%d\""
                        .formatted(reference.version(), rollback.sequence())))
        .orElseGet(
            () ->
                Lineage.follows(
                    reference,
                    references
                        .before(line, merged)
                        .map(one -> one.release().reference())
                        .findFirst()));
  }

  private Optional<LineSettings> settings(GitCommit merged) {
    Optional<CommitId> at = judgement.configuredAt().or(() -> firstParent(merged));
    Optional<Optional<LineSettings>> read =
        checks.attempt(
            CheckName.CONFIGURED,
            () -> at.flatMap(configured -> verifier.settings().of(line, configured)));
    Optional<LineSettings> found = read.flatMap(settings -> settings);
    if (found.isPresent()) {
      checks.passed(CheckName.CONFIGURED, "named by the protected branch's configuration");
    } else if (read.isPresent()) {
      checks.failed(
          CheckName.CONFIGURED,
          ErrorCode.CONFIGURATION_INVALID,
          "the protected branch's configuration does not name \"" + line + "\"");
    }
    return found;
  }

  private Optional<MergedRequest> request() {
    String branch = verifier.branch().name();
    Optional<MergedRequest> found = verifier.requests().broughtBy(commit);
    if (found.isEmpty()) {
      checks.failed(
          CheckName.MERGE_REQUEST,
          ErrorCode.NOT_APPROVED,
          "no merge request brought commit \"" + commit + "\"");
    } else if (!found.get().target().equals(branch)) {
      checks.failed(
          CheckName.MERGE_REQUEST,
          ErrorCode.NOT_APPROVED,
          "merge request %d was merged into \"%s\", not into \"%s\""
              .formatted(found.get().number(), found.get().target(), branch));
      return Optional.empty();
    } else {
      checks.passed(CheckName.MERGE_REQUEST, "brought by " + found.get().url());
    }
    return found;
  }

  private Check rollbackSource(ModelReference rollback, GitCommit merged) {
    boolean names =
        references
            .before(line, merged)
            .anyMatch(earlier -> Lineage.names(rollback, earlier.release().reference()));
    boolean approved =
        references
            .before(line, merged)
            .filter(earlier -> Lineage.copies(rollback, earlier.release().reference()))
            .anyMatch(earlier -> verifier.verifyRecorded(line, earlier.merged().id()).holds());
    if (names && approved) {
      return new Check.Passed(
          CheckName.ROLLBACK_SOURCE, "version " + rollback.version() + " was approved before");
    }
    return new Check.Failed(
        CheckName.ROLLBACK_SOURCE,
        ErrorCode.SEQUENCE_REFUSED,
        names
            ? "no reference merged and approved before has version \"%s\" with artifact \"%s\""
                .formatted(rollback.version(), rollback.artifact().digest())
            : "what the rollback withdraws was never merged");
  }

  private void checkBytes(ArtifactStore store) {
    release
        .map(found -> found.reference().artifact())
        .flatMap(artifact -> checks.attempt(CheckName.ARTIFACT, () -> store.verify(artifact)))
        .map(ArtifactManifest::digest)
        .ifPresent(digest -> checks.passed(CheckName.ARTIFACT, "every byte of " + digest));
  }

  private static Optional<CommitId> firstParent(GitCommit commit) {
    return commit.parents().stream().findFirst();
  }
}
