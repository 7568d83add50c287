package dev.countersign.ci.deploy;

import dev.countersign.ci.deploy.Situation.LogFindings;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.log.DeployedRelease;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentRecord;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.git.log.LineLog;
import dev.countersign.modelrefs.git.log.LogRebuilt;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.git.references.ReferenceReading;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one line's deployment log as evidence: what it says of commits and references counts only
 * where the protected branch says the same. Whether a promotion was validly approved is another
 * question, which the verifier answers.
 */
public final class LogReader {
  private final ProtectedBranch branch;
  private final ReferenceHistory references;
  private final ModelEnvironment line;
  private final LineLog log;
  private final RecordAuthority authority;
  private final ProvenDeployments proven;
  private final Set<CommitId> promotions;
  private final List<Deployment> confirmed;

  /** Reads a log against the protected branch as it was fetched. */
  public LogReader(ProtectedBranch branch, Settings settings, ModelEnvironment line, LineLog log) {
    this.branch = branch;
    this.references = branch.references();
    this.line = line;
    this.log = log;
    this.authority = new RecordAuthority(branch, settings, line);
    this.proven = new ProvenDeployments(branch, line);
    this.promotions =
        log.isEmpty()
            ? Set.of()
            : branch.history(line, branch.tip()).stream()
                .map(GitCommit::id)
                .collect(Collectors.toUnmodifiableSet());
    this.confirmed = log.deployments().stream().filter(this::isConfirmed).toList();
  }

  /** Deployments that Git confirms: the branch has that reference at that commit; oldest first. */
  public List<Deployment> confirmed() {
    return confirmed;
  }

  /** Confirmed deployments after which the target served the release; oldest first. */
  public List<Deployment> successes() {
    return confirmed.stream().filter(deployment -> deployment.outcome().isSuccess()).toList();
  }

  /**
   * Whether any line tells of a deployment that Git confirms, or an approver vouched for what was
   * live when the log had been lost.
   */
  public boolean tellsAnything() {
    return !confirmed.isEmpty() || vouched().findAny().isPresent();
  }

  /**
   * Why lines must have been lost: references were merged and no line tells anything, or less than
   * the protected branch proves. Only where nothing but sequence 1 was ever merged is no line
   * needed.
   *
   * @return empty if nothing tells so; a cut-off end may still go unnoticed
   */
  public Optional<String> loss() {
    long told = highest().map(HighestSequence::sequence).orElse(0L);
    if (tellsAnything()) {
      return proven
          .newestBaseline()
          .filter(baseline -> told < baseline)
          .map(
              baseline ->
                  "sequence \"%d\" of \"%s\" was live when a later one was proposed, "
                          .formatted(baseline, line)
                      + "but the deployment log tells of none above \"%d\"".formatted(told));
    }
    return Optional.of(proven.highestMerged())
        .filter(merged -> merged > 1)
        .map(
            merged ->
                "\"%s\" is at sequence \"%d\", but no line of the deployment log tells of any"
                    .formatted(line, merged));
  }

  /** The hold in force. */
  public Optional<HoldSet> hold() {
    return HoldRules.inForce(trusted());
  }

  LogFindings findings(String target) {
    return new LogFindings(last(target), highest(), loss(), hold());
  }

  private Optional<HighestSequence> highest() {
    Stream<HighestSequence> deployed =
        successes().stream()
            .map(Deployment::release)
            .map(release -> new HighestSequence(reached(release), release.commit()));
    return Stream.concat(deployed, vouched())
        .max(Comparator.comparingLong(HighestSequence::sequence));
  }

  /**
   * The highest sequence that a record says was reached, as far as the protected branch has it: a
   * forged line must not lock out what is merged next.
   */
  private long reached(DeployedRelease release) {
    long merged =
        references
            .at(branch.tip(), line)
            .document()
            .map(document -> document.reference().sequence())
            .orElse(release.sequence());
    return Math.max(release.sequence(), Math.min(release.highestSequence(), merged));
  }

  private Optional<RecordedRelease> last(String target) {
    return successes().stream()
        .filter(deployment -> deployment.target().equals(target))
        .reduce((earlier, later) -> later)
        .map(Deployment::release)
        .map(
            release ->
                new RecordedRelease(
                    release.sequence(),
                    release.commit(),
                    release.blob(),
                    release.version(),
                    release.digest()));
  }

  private boolean isConfirmed(Deployment deployment) {
    DeployedRelease release = deployment.release();
    return promotions.contains(release.commit())
        && references.at(release.commit(), line) instanceof ReferenceReading.Present present
        && present.blob().equals(release.blob())
        && agree(present.read().reference(), release);
  }

  private static boolean agree(ModelReference reference, DeployedRelease release) {
    return reference.sequence() == release.sequence()
        && reference.version().equals(release.version())
        && reference.artifact().digest().equals(release.digest());
  }

  /** Where an approver started the log anew, and vouched for what the branch declared then. */
  private Stream<HighestSequence> vouched() {
    return trusted().stream()
        .filter(LogRebuilt.class::isInstance)
        .map(LogRebuilt.class::cast)
        .map(rebuilt -> new HighestSequence(rebuilt.sequence(), rebuilt.tip()));
  }

  /** What people might do whom it names, oldest first. */
  private List<DeploymentRecord> trusted() {
    return log.records().stream().filter(record -> authority.objection(record).isEmpty()).toList();
  }
}
