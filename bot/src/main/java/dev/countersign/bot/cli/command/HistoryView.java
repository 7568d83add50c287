package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.Result;
import dev.countersign.ci.status.HistoryEntry;
import dev.countersign.modelrefs.git.log.ApprovedRequest;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentRecord;
import dev.countersign.modelrefs.git.log.HoldReleased;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.git.log.LogRebuilt;
import dev.countersign.modelrefs.git.log.RecordedApproval;
import dev.countersign.modelrefs.value.WireName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Shows lines of the deployment log. */
final class HistoryView {
  private HistoryView() {}

  static String text(HistoryEntry entry) {
    if (entry instanceof HistoryEntry.Verified verified) {
      return text(verified.record());
    }
    if (entry instanceof HistoryEntry.Denied denied) {
      return "NOT VERIFIED (%s): %s".formatted(denied.reason(), text(denied.record()));
    }
    HistoryEntry.Unverifiable broken = (HistoryEntry.Unverifiable) entry;
    return "NOT VERIFIED: line %d of the log: %s".formatted(broken.number(), broken.reason());
  }

  static ObjectNode data(HistoryEntry entry) {
    ObjectNode data = Result.object();
    data.put("number", entry.number()).put("verified", entry instanceof HistoryEntry.Verified);
    data.put("text", text(entry));
    if (entry instanceof HistoryEntry.Verified verified
        && verified.record() instanceof Deployment deployment) {
      data.setAll(data(deployment));
    }
    return data;
  }

  static ObjectNode data(Deployment deployment) {
    ObjectNode data = Result.object();
    data.put("target", deployment.target()).put("outcome", label(deployment));
    data.put("version", deployment.release().version().toString());
    data.put("sequence", deployment.release().sequence());
    data.put("digest", deployment.release().digest().toString());
    data.put("commit", deployment.release().commit().hex());
    data.put("finishedAt", deployment.finishedAt().toString());
    ArrayNode approvedBy = data.putArray("approvedBy");
    approvals(deployment).forEach(approval -> approvedBy.add(name(approval)));
    return data;
  }

  static String text(Deployment deployment) {
    String by =
        approvals(deployment).stream().map(HistoryView::name).collect(Collectors.joining(", "));
    return "%s  %-11s %s on %s (%s)%s%s"
        .formatted(
            time(deployment.finishedAt()),
            label(deployment),
            deployment.release().version(),
            deployment.target(),
            deployment.release().digest().shortHex(),
            by.isEmpty() ? unapproved(deployment) : ", approved by " + by,
            deployment.outcome().isSuccess() ? "" : ": " + deployment.message());
  }

  private static String unapproved(Deployment deployment) {
    return deployment
        .request()
        .flatMap(ApprovedRequest::required)
        .filter(required -> required == 0)
        .map(none -> ", nobody had to approve")
        .orElse("");
  }

  private static String text(DeploymentRecord record) {
    if (record instanceof Deployment deployment) {
      return text(deployment);
    }
    if (record instanceof HoldSet hold) {
      return "%s  held        from sequence %d on by %s: %s"
          .formatted(time(hold.at()), hold.sequence(), hold.by(), hold.reason());
    }
    if (record instanceof HoldReleased release) {
      return "%s  released    by %s%s"
          .formatted(
              time(release.at()),
              release.by(),
              release.reason().isBlank() ? "" : ": " + release.reason());
    }
    LogRebuilt rebuilt = (LogRebuilt) record;
    return "%s  log rebuilt by %s: %s"
        .formatted(time(rebuilt.at()), rebuilt.by(), rebuilt.reason());
  }

  /** To the second; the data has it exactly. */
  private static Instant time(Instant exactly) {
    return exactly.truncatedTo(ChronoUnit.SECONDS);
  }

  private static List<RecordedApproval> approvals(Deployment deployment) {
    return deployment.request().map(ApprovedRequest::approvals).orElse(List.of());
  }

  private static String name(RecordedApproval approval) {
    return approval.login() + (approval.simulated() ? " (simulated)" : "");
  }

  private static String label(Deployment deployment) {
    return WireName.hyphenated(deployment.outcome());
  }
}
