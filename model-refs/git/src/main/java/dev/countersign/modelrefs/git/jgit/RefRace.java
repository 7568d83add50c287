package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Decides what became of ref updates. Servers word a lost race in many ways ("cannot lock ref",
 * "failed to update ref", "transaction aborted"); so what counts is what the ref holds afterwards:
 * the target means moved, anything but the expected commit means stale. A lock that another process
 * holds for a moment is waited for.
 */
final class RefRace {
  private final List<RefUpdate> updates;
  private final RetryPolicy<List<Report>> whileLocked;

  RefRace(List<RefUpdate> updates, Duration patience) {
    this.updates = List.copyOf(updates);
    this.whileLocked =
        RetryPolicy.<List<Report>>builder()
            .handleResultIf(reports -> reports.stream().anyMatch(Report::isLocked))
            .handleIf(failure -> false)
            .withBackoff(Duration.ofMillis(10), Duration.ofMillis(400))
            .withJitter(0.5)
            .withMaxDuration(patience)
            .withMaxRetries(-1)
            .build();
  }

  /** One try to move refs; a report for each, in order. */
  interface Attempt {
    List<Report> of(List<RefUpdate> updates) throws IOException;
  }

  /** Asks what refs hold now. */
  interface Look {
    Map<String, ObjectId> at(Collection<String> refs) throws IOException;
  }

  /** What one try said of one ref. */
  record Report(Kind kind, String reason) {
    enum Kind {
      MOVED,
      LOCKED,
      REFUSED
    }

    static Report moved() {
      return new Report(Kind.MOVED, "");
    }

    static Report locked(String reason) {
      return new Report(Kind.LOCKED, reason);
    }

    static Report refused(String reason) {
      return new Report(Kind.REFUSED, reason);
    }

    boolean isLocked() {
      return kind == Kind.LOCKED;
    }
  }

  List<PushResult> settle(Attempt attempt, Look look) throws IOException {
    List<Report> reports = attempt(attempt, look);
    if (reports.stream().allMatch(report -> report.kind() == Report.Kind.MOVED)) {
      return updates.stream().<PushResult>map(u -> new PushResult.Moved(u.ref())).toList();
    }
    Map<String, ObjectId> now = look.at(refs());
    return IntStream.range(0, updates.size())
        .mapToObj(i -> judge(updates.get(i), reports.get(i), now))
        .toList();
  }

  /** Retries while the refs are locked and still hold what is expected. */
  private List<Report> attempt(Attempt attempt, Look look) throws IOException {
    try {
      return Failsafe.with(whileLocked)
          .get(
              () -> {
                List<Report> reports = attempt.of(updates);
                boolean locked = reports.stream().anyMatch(Report::isLocked);
                return locked && lost(look) ? released(reports) : reports;
              });
    } catch (FailsafeException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private boolean lost(Look look) throws IOException {
    Map<String, ObjectId> now = look.at(refs());
    return updates.stream().anyMatch(update -> !now(update, now).equals(expected(update)));
  }

  private List<String> refs() {
    return updates.stream().map(RefUpdate::ref).toList();
  }

  /** The race is lost: nothing to wait for. */
  private static List<Report> released(List<Report> reports) {
    return reports.stream()
        .map(report -> report.isLocked() ? Report.refused(report.reason()) : report)
        .toList();
  }

  private static PushResult judge(RefUpdate update, Report report, Map<String, ObjectId> refs) {
    Optional<ObjectId> now = now(update, refs);
    if (report.kind() == Report.Kind.MOVED || now.equals(update.target().map(Ids::of))) {
      return new PushResult.Moved(update.ref());
    }
    return now.equals(expected(update))
        ? new PushResult.Refused(update.ref(), report.reason())
        : new PushResult.Stale(update.ref());
  }

  private static Optional<ObjectId> now(RefUpdate update, Map<String, ObjectId> refs) {
    return Optional.ofNullable(refs.get(update.ref()));
  }

  private static Optional<ObjectId> expected(RefUpdate update) {
    return update.expected().map(Ids::of);
  }
}
