package dev.countersign.ci.deploy;

import dev.countersign.ci.deploy.DeployOutcome.Stopped;
import dev.countersign.ci.deploy.PlannedStep.Settled;
import dev.countersign.ci.deploy.Situation.LogFindings;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.ci.verify.CheckName;
import dev.countersign.ci.verify.MergedReferences;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.ci.verify.Verification;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans the targets of one line. What is declared is verified once, and only if it is needed. */
final class TargetPlanner {
  private final PromotionVerifier verifier;
  private final Targets targets;
  private final TrustPolicy trust;
  private final Declared declared;
  private final LogReader log;
  private Optional<Verification> verified = Optional.empty();

  TargetPlanner(
      PromotionVerifier verifier,
      Targets targets,
      TrustPolicy trust,
      Declared declared,
      LogReader log) {
    this.verifier = verifier;
    this.targets = targets;
    this.trust = trust;
    this.declared = declared;
    this.log = log;
  }

  /** The step for one target; its failure is a value, so that it stops no other. */
  PlannedStep plan(TargetSpec target, CommitId commit) {
    LineTarget place = new LineTarget(line(), target.name());
    try {
      LogFindings findings = log.findings(target.name());
      return step(place, target, Convergence.decide(situation(target, commit, findings)));
    } catch (CountersignException e) {
      return new Settled(Stopped.at(place, e.code(), e.explanation()));
    } catch (RuntimeException e) {
      return new Settled(Defect.at(place, e));
    }
  }

  private Situation situation(TargetSpec target, CommitId commit, LogFindings findings) {
    boolean beforeHighest =
        findings
            .highest()
            .filter(highest -> verifier.branch().isBefore(commit, highest.commit()))
            .isPresent();
    Observation observed = targets.of(target).observe(line());
    return new Situation(
        declared.reference(),
        declared.blob(),
        findings,
        observed,
        newerServed(observed, findings.last()),
        beforeHighest);
  }

  /** Asked only for bytes that neither the log nor what is declared explains. */
  private Optional<Long> newerServed(Observation observed, Optional<RecordedRelease> last) {
    if (!(observed instanceof Observation.Serves serves)
        || serves.digest().equals(declared.reference().artifact().digest())
        || last.filter(recorded -> recorded.digest().equals(serves.digest())).isPresent()) {
      return Optional.empty();
    }
    long recorded = last.map(RecordedRelease::sequence).orElse(0L);
    ProtectedBranch branch = verifier.branch();
    return new MergedReferences(branch)
        .upTo(line(), branch.tip())
        .filter(merged -> merged.release().reference().sequence() > recorded)
        .filter(merged -> merged.declares(serves.digest()))
        .filter(merged -> verifier.verifyRecorded(line(), merged.commit()).holds())
        .map(merged -> merged.release().reference().sequence())
        .findFirst();
  }

  private PlannedStep step(LineTarget place, TargetSpec target, Decision decision) {
    if (decision instanceof Decision.UpToDate) {
      return new Settled(new DeployOutcome.UpToDate(place, declared.reference().version()));
    }
    if (decision instanceof Decision.Superseded superseded) {
      return new Settled(
          new DeployOutcome.Superseded(place, declared.reference().sequence(), superseded.by()));
    }
    if (decision instanceof Decision.Refuse refusal) {
      return new Settled(Stopped.at(place, refusal.code(), refusal.reason()));
    }
    if (!trust.allows(target)) {
      return new Settled(
          Stopped.at(
              place,
              ErrorCode.NOT_APPROVED,
              "the forge takes everyone's word for who they are; target \"%s\" of kind \"%s\" "
                      .formatted(target.name(), target.kind())
                  + "is not deployed on such approvals"));
    }
    return decision instanceof Decision.PutBack back
        ? putBack(place, target, back)
        : deploy(place, target);
  }

  private PlannedStep deploy(LineTarget place, TargetSpec target) {
    Verification found = verifyDeclared();
    Optional<PlannedRelease> planned =
        found
            .release()
            .map(release -> new PlannedRelease(place, target, release, declared.blob(), found));
    if (planned.isEmpty()) {
      return new Settled(stopped(place, found));
    }
    if (found.holds()) {
      return new PlannedStep.Apply(planned.get());
    }
    Stopped outcome = stopped(place, found);
    return onlyArtifactFailed(found)
        ? new PlannedStep.Refuse(planned.get(), outcome)
        : new Settled(outcome);
  }

  private PlannedStep putBack(LineTarget place, TargetSpec target, Decision.PutBack back) {
    RecordedRelease last = back.last();
    Verification found = verifier.verifyRestorable(line(), last.commit());
    return found
        .release()
        .filter(release -> found.holds())
        .map(release -> new PlannedRelease(place, target, release, last.blob(), found))
        .<PlannedStep>map(planned -> new PlannedStep.PutBack(planned, back.foreign()))
        .orElseGet(() -> new Settled(stopped(place, found)));
  }

  private Verification verifyDeclared() {
    Verification found = verified.orElseGet(() -> verifier.verifyNew(line(), declared.commit()));
    verified = Optional.of(found);
    return found;
  }

  private static boolean onlyArtifactFailed(Verification found) {
    return found.failures().stream().allMatch(check -> check.name() == CheckName.ARTIFACT);
  }

  private static Stopped stopped(LineTarget place, Verification found) {
    return new Stopped(
        place.line(),
        Optional.of(place.target()),
        found.code().orElse(ErrorCode.BUG),
        found.failures().stream()
            .map(check -> check.name().label() + ": " + check.detail())
            .collect(Collectors.joining("; ")),
        found.checks());
  }

  private ModelEnvironment line() {
    return declared.reference().line();
  }
}
