package dev.countersign.ci.status;

import dev.countersign.ci.deploy.LogReader;
import dev.countersign.ci.deploy.RecordAuthority;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.verify.Check;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.Verification;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentRecord;
import dev.countersign.modelrefs.git.log.LineLog;
import dev.countersign.modelrefs.git.log.LogEntry;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges the lines of one line's deployment log; each commit is verified once. */
final class HistoryJudge {
  private final PromotionVerifier verifier;
  private final ModelEnvironment line;
  private final List<Deployment> confirmed;
  private final RecordAuthority authority;
  private final Map<CommitId, Verification> verified = new HashMap<>();

  private HistoryJudge(
      PromotionVerifier verifier,
      ModelEnvironment line,
      List<Deployment> confirmed,
      RecordAuthority authority) {
    this.verifier = verifier;
    this.line = line;
    this.confirmed = confirmed;
    this.authority = authority;
  }

  /** For a line's log that was read. */
  static HistoryJudge of(
      PromotionVerifier verifier, Settings settings, ModelEnvironment line, LogReader log) {
    return new HistoryJudge(
        verifier, line, log.confirmed(), new RecordAuthority(verifier.branch(), settings, line));
  }

  /** Every line of a log, oldest first. */
  List<HistoryEntry> entries(LineLog log) {
    return log.entries().stream().map(this::entry).toList();
  }

  private HistoryEntry entry(LogEntry<DeploymentRecord> entry) {
    if (entry instanceof LogEntry.Unverifiable<DeploymentRecord> damaged) {
      return new HistoryEntry.Unverifiable(damaged.number(), damaged.reason());
    }
    DeploymentRecord record = ((LogEntry.Recorded<DeploymentRecord>) entry).record();
    return denial(record)
        .<HistoryEntry>map(reason -> new HistoryEntry.Denied(entry.number(), record, reason))
        .orElseGet(() -> new HistoryEntry.Verified(entry.number(), record));
  }

  private Optional<String> denial(DeploymentRecord record) {
    if (!(record instanceof Deployment deployment)) {
      return authority.objection(record);
    }
    if (!confirmed.contains(deployment)) {
      return Optional.of("the protected branch has no such reference at that commit");
    }
    Verification found =
        verified.computeIfAbsent(
            deployment.release().commit(), commit -> verifier.verifyRecorded(line, commit));
    return found.holds()
        ? Optional.empty()
        : Optional.of(
            found.failures().stream().map(Check::detail).collect(Collectors.joining("; ")));
  }
}
