package dev.countersign.ci.deploy;

import dev.countersign.ci.deploy.DeployOutcome.Stopped;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.log.LineLog;
import dev.countersign.modelrefs.git.references.ReferenceChange;
import dev.countersign.modelrefs.git.references.ReferenceReading;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans a deploy of one commit: every line that it declares, every target of each (I1). */
final class DeployPlanner {
  private final PromotionVerifier verifier;
  private final ProtectedBranch branch;
  private final PromotionSources sources;
  private final Targets targets;
  private final TrustPolicy trust;

  DeployPlanner(
      ProtectedBranch branch, PromotionSources sources, Targets targets, TrustPolicy trust) {
    this.branch = branch;
    this.verifier =
        new PromotionVerifier(branch, sources.requests(), sources.settings(), sources.store());
    this.sources = sources;
    this.targets = targets;
    this.trust = trust;
  }

  /**
   * Makes the plan.
   *
   * @param logs the deployment logs of the lines
   */
  DeployPlan plan(CommitId commit, Map<ModelEnvironment, LineLog> logs) {
    List<PlannedStep> steps = new ArrayList<>();
    logs.forEach((line, log) -> steps.addAll(guarded(line, commit, log)));
    return new DeployPlan(commit, branch.tip(), steps);
  }

  /** One line's failure stops no other. */
  private List<PlannedStep> guarded(ModelEnvironment line, CommitId commit, LineLog log) {
    try {
      return line(line, commit, log);
    } catch (CountersignException e) {
      return List.of(stopped(line, e.code(), e.explanation()));
    } catch (RuntimeException e) {
      return List.of(new PlannedStep.Settled(Defect.in(line, e)));
    }
  }

  private List<PlannedStep> line(ModelEnvironment line, CommitId commit, LineLog log) {
    Optional<LineSettings> settings = sources.settings().of(line, branch.tip());
    if (settings.isEmpty()) {
      return List.of(
          stopped(
              line,
              ErrorCode.CONFIGURATION_INVALID,
              "the protected branch's configuration does not name \"" + line + "\""));
    }
    TargetPlanner planner =
        new TargetPlanner(
            verifier,
            targets,
            trust,
            declared(line, commit),
            new LogReader(branch, sources.settings(), line, log));
    return settings.get().targets().stream().map(target -> planner.plan(target, commit)).toList();
  }

  private Declared declared(ModelEnvironment line, CommitId commit) {
    ReferenceChange newest =
        branch
            .references()
            .newest(line, commit)
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.NOT_FOUND, "no commit brought \"" + line.referencePath() + "\""));
    if (newest.reading() instanceof ReferenceReading.Present present) {
      return new Declared(present.read().reference(), present.blob(), newest.commit().id());
    }
    if (newest.reading() instanceof ReferenceReading.Unreadable unreadable) {
      throw new CountersignException(unreadable.code(), unreadable.reason());
    }
    throw new CountersignException(
        ErrorCode.NOT_FOUND, "\"" + line.referencePath() + "\" is not a plain file");
  }

  private static PlannedStep stopped(ModelEnvironment line, ErrorCode code, String reason) {
    return new PlannedStep.Settled(new Stopped(line, Optional.empty(), code, reason, List.of()));
  }
}
