package dev.countersign.ci.deploy;

import dev.countersign.ci.deploy.DeployOutcome.Stopped;
import dev.countersign.ci.deploy.DeployRecorder.Result;
import dev.countersign.ci.target.ApplyOutcome;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.log.DeploymentOutcome;
import dev.countersign.modelrefs.value.Digest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Executes a plan, step by step; one failure stops no other. */
final class DeployExecutor {
  private final Targets targets;
  private final DeployRecorder recorder;
  private final InstantSource clock;
  private final DeployListener listener;

  DeployExecutor(
      Targets targets, DeployRecorder recorder, InstantSource clock, DeployListener listener) {
    this.targets = targets;
    this.recorder = recorder;
    this.clock = clock;
    this.listener = listener;
  }

  DeployReport execute(DeployPlan plan) {
    return new DeployReport(plan.commit(), plan.steps().stream().map(this::execute).toList());
  }

  private DeployOutcome execute(PlannedStep step) {
    if (step instanceof PlannedStep.Apply apply) {
      return guarded(apply.what(), () -> deploy(apply.what()));
    }
    if (step instanceof PlannedStep.PutBack back) {
      return guarded(back.what(), () -> putBack(back));
    }
    if (step instanceof PlannedStep.Refuse refusal) {
      return guarded(refusal.what(), () -> refuse(refusal));
    }
    return ((PlannedStep.Settled) step).outcome();
  }

  private static DeployOutcome guarded(PlannedRelease what, Supplier<DeployOutcome> work) {
    try {
      return work.get();
    } catch (CountersignException e) {
      return Stopped.at(what.place(), e.code(), e.explanation());
    } catch (RuntimeException e) {
      return Defect.at(what.place(), e);
    }
  }

  private DeployOutcome deploy(PlannedRelease what) {
    return serve(
        what,
        DeploymentOutcome.DEPLOYED,
        observed ->
            new DeployOutcome.Deployed(
                what.place(),
                what.release().commit(),
                what.release().reference().version(),
                what.release().reference().artifact().digest(),
                observed,
                what.approvedBy()));
  }

  private DeployOutcome putBack(PlannedStep.PutBack step) {
    PlannedRelease what = step.what();
    return serve(
        what,
        DeploymentOutcome.PUT_BACK,
        observed ->
            new DeployOutcome.PutBack(
                what.place(), what.release().reference().version(), step.foreign()));
  }

  private DeployOutcome refuse(PlannedStep.Refuse step) {
    DeployTarget target = targets.of(step.what().target());
    record(
        step.what(), target, DeploymentOutcome.REFUSED, step.outcome().reason(), clock.instant());
    return step.outcome();
  }

  private DeployOutcome serve(
      PlannedRelease what, DeploymentOutcome success, Function<Digest, DeployOutcome> outcomeOf) {
    Instant startedAt = clock.instant();
    DeployTarget target = targets.of(what.target());
    listener.before(DeployStep.APPLY, what.place());
    ApplyOutcome applied = target.apply(what.release());
    listener.after(DeployStep.APPLY, what.place());
    Optional<DeployOutcome> served = served(applied, what).map(outcomeOf);
    DeployOutcome outcome = served.orElseGet(() -> notServed(what.place(), applied));
    record(
        what,
        target,
        served.isPresent() ? success : DeploymentOutcome.FAILED,
        outcome.explanation(),
        startedAt);
    return outcome;
  }

  private void record(
      PlannedRelease what,
      DeployTarget target,
      DeploymentOutcome outcome,
      String message,
      Instant startedAt) {
    Result result = new Result(outcome, target.observe(what.place().line()), message);
    listener.before(DeployStep.RECORD, what.place());
    recorder.record(what, result, startedAt, clock.instant());
    listener.after(DeployStep.RECORD, what.place());
  }

  /** The digest served, if it is the release's. */
  private static Optional<Digest> served(ApplyOutcome applied, PlannedRelease what) {
    Digest wanted = what.release().reference().artifact().digest();
    if (applied instanceof ApplyOutcome.Serving serving) {
      return Optional.of(serving.observed()).filter(wanted::equals);
    }
    return applied instanceof ApplyOutcome.AlreadyServing serving
        ? Optional.of(serving.observed()).filter(wanted::equals)
        : Optional.empty();
  }

  private static Stopped notServed(LineTarget place, ApplyOutcome applied) {
    if (applied instanceof ApplyOutcome.Unreachable unreachable) {
      return Stopped.at(place, ErrorCode.REMOTE_UNAVAILABLE, unreachable.reason());
    }
    String reason =
        applied instanceof ApplyOutcome.Unhealthy unhealthy
            ? unhealthy.reason()
            : "the target reports other bytes than the release has: " + applied;
    return Stopped.at(place, ErrorCode.DEPLOYMENT_UNHEALTHY, reason);
  }
}
