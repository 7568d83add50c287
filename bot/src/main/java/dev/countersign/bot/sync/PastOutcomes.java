package dev.countersign.bot.sync;

import dev.countersign.modelrefs.git.log.OutcomeRecord;
import dev.countersign.modelrefs.git.log.RunOutcome;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Map;

/** What became of runs, as of one look at the outcome log. */
record PastOutcomes(Map<ModelEnvironment, List<OutcomeRecord>> records) {
  PastOutcomes {
    records = Map.copyOf(records);
  }

  /**
   * Whether a run has ended for a line. An outcome that was recorded before the run finished is
   * another run's: some engines give the same id to every run.
   */
  boolean isDecided(ModelEnvironment line, RunInfo run) {
    return of(line).stream()
        .filter(record -> record.runId().equals(run.id()))
        .anyMatch(record -> !record.at().isBefore(run.finishedAt()));
  }

  /** Whether it is known that a run failed which left no report to go by. */
  boolean isKnownToHaveFailed(ModelEnvironment line, String id) {
    return of(line).stream()
        .anyMatch(record -> record.runId().equals(id) && record.outcome() == RunOutcome.FAILED);
  }

  private List<OutcomeRecord> of(ModelEnvironment line) {
    return records.getOrDefault(line, List.of());
  }
}
