package dev.countersign.ci.status;

import dev.countersign.ci.deploy.LogReader;
import dev.countersign.ci.deploy.PromotionSources;
import dev.countersign.ci.deploy.Targets;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.ci.verify.Check;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.ci.verify.Verification;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.LineLog;
import dev.countersign.modelrefs.git.references.ReferenceReading;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Answers what is declared, what was deployed last and what is served. A reference is judged by the
 * configuration of its time, as all that is recorded.
 */
public final class StatusReader {
  private final GitRepository git;
  private final String protectedBranch;
  private final PromotionSources sources;
  private final Targets targets;

  /**
   * @param protectedBranch its name, as the forge confirms it, without {@code refs/heads/}
   */
  public StatusReader(
      GitRepository git, String protectedBranch, PromotionSources sources, Targets targets) {
    this.git = git;
    this.protectedBranch = protectedBranch;
    this.sources = sources;
    this.targets = targets;
  }

  /** What the protected branch declares for every line; asks nothing but Git. */
  public SortedMap<ModelEnvironment, ReferenceReading> declared() {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    return branch.references().all(branch.tip());
  }

  /**
   * How every line stands that the protected branch declares, in order.
   *
   * @throws CountersignException if the forge cannot be asked; targets that cannot are values
   */
  public List<LineStatus> read() {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    return new DeploymentLog(git)
        .readAll(branch.linesAt(branch.tip())).entrySet().stream()
            .map(each -> read(each.getKey(), branch, each.getValue()))
            .toList();
  }

  /** How one line stands; empty if the protected branch declares nothing for it. */
  public List<LineStatus> read(ModelEnvironment line) {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    return branch.linesAt(branch.tip()).contains(line)
        ? List.of(read(line, branch, new DeploymentLog(git).read(line)))
        : List.of();
  }

  /**
   * Whether what the protected branch declares for a line was validly approved; asks no target.
   *
   * @return empty if it declares nothing
   */
  public Optional<DeclaredStatus> declared(ModelEnvironment line) {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    return branch.linesAt(branch.tip()).contains(line)
        ? Optional.of(declared(line, verifier(branch)))
        : Optional.empty();
  }

  private LineStatus read(ModelEnvironment line, ProtectedBranch branch, LineLog lines) {
    Optional<LineSettings> settings = sources.settings().of(line, branch.tip());
    LogReader log = new LogReader(branch, sources.settings(), line, lines);
    PromotionVerifier verifier = verifier(branch);
    DeclaredStatus declared = declared(line, verifier);
    return new LineStatus(
        line,
        declared,
        log.hold(),
        settings.map(LineSettings::targets).orElse(List.of()).stream()
            .map(target -> target(target, line, declared, log))
            .toList(),
        HistoryJudge.of(verifier, sources.settings(), line, log).entries(lines).stream()
            .filter(entry -> !(entry instanceof HistoryEntry.Verified))
            .toList());
  }

  private PromotionVerifier verifier(ProtectedBranch branch) {
    return new PromotionVerifier(branch, sources.requests(), sources.settings(), sources.store());
  }

  private static DeclaredStatus declared(ModelEnvironment line, PromotionVerifier verifier) {
    ProtectedBranch branch = verifier.branch();
    CommitId commit = branch.newest(line, branch.tip()).map(GitCommit::id).orElse(branch.tip());
    Verification found = verifier.verifyRecorded(line, commit);
    String failures =
        found.failures().stream().map(Check::detail).collect(Collectors.joining("; "));
    if (found.release().isEmpty()) {
      return new DeclaredStatus.Unreadable(commit, failures);
    }
    return found.holds()
        ? new DeclaredStatus.Approved(
            found.release().get(),
            found.approval().stream()
                .flatMap(approval -> approval.counted().stream())
                .map(approval -> approval.by().login())
                .toList())
        : new DeclaredStatus.NotApproved(found.release().get(), failures);
  }

  private TargetStatus target(
      TargetSpec target, ModelEnvironment line, DeclaredStatus declared, LogReader log) {
    Optional<Digest> wanted =
        declared instanceof DeclaredStatus.Approved approved
            ? Optional.of(approved.release().reference().artifact().digest())
            : Optional.empty();
    Optional<Deployment> last =
        log.successes().stream()
            .filter(deployment -> deployment.target().equals(target.name()))
            .reduce((earlier, later) -> later);
    Observation observed = observe(target, line);
    return new TargetStatus(target.name(), last, observed, TargetState.of(wanted, last, observed));
  }

  private Observation observe(TargetSpec target, ModelEnvironment line) {
    try {
      return targets.of(target).observe(line);
    } catch (CountersignException e) {
      return new Observation.Unreachable(e.explanation());
    }
  }
}
