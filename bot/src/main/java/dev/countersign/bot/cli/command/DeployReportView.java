package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.Remedy;
import dev.countersign.bot.cli.Result;
import dev.countersign.ci.deploy.DeployOutcome;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.ci.verify.Check;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Shows what a deploy came to. */
final class DeployReportView {
  /** Said where no target has anything to do with a commit. */
  static final String NOTHING =
      "nothing to deploy at %s: no reference there whose environment has targets in"
          + " countersign.yaml";

  private DeployReportView() {}

  static Result of(DeployReport report) {
    ObjectNode data = Result.object();
    data.put("commit", report.commit().hex());
    data.put("exitCode", report.exitCode().number());
    ArrayNode outcomes = data.putArray("outcomes");
    List<String> lines = new ArrayList<>();
    for (DeployOutcome outcome : report.outcomes()) {
      outcomes.add(data(outcome));
      lines.add(text(outcome));
    }
    if (lines.isEmpty()) {
      lines.add(NOTHING.formatted(report.commit().hex()));
    }
    return new Result(report.exitCode(), data, String.join("\n", lines));
  }

  /** One outcome for people; the failed checks on lines of their own. */
  static String text(DeployOutcome outcome) {
    StringBuilder line = new StringBuilder(outcome.line().toString());
    outcome.target().ifPresent(target -> line.append(" on ").append(target));
    line.append(": ").append(outcome.explanation());
    outcome.code().ifPresent(code -> line.append(" (").append(code.label()).append(')'));
    if (outcome instanceof DeployOutcome.Stopped stopped) {
      for (Check check : stopped.checks()) {
        line.append("\n  ").append(check instanceof Check.Failed ? "failed  " : "passed  ");
        line.append(check.name().label()).append(": ").append(check.detail());
      }
      outcome
          .code()
          .ifPresent(code -> line.append("\n  what helps: ").append(Remedy.of(code).advice()));
    }
    return line.toString();
  }

  private static ObjectNode data(DeployOutcome outcome) {
    ObjectNode data = Result.object();
    data.put("line", outcome.line().toString());
    outcome.target().ifPresent(target -> data.put("target", target));
    data.put("outcome", kind(outcome));
    data.put("explanation", outcome.explanation());
    outcome.code().map(ErrorCode::label).ifPresent(code -> data.put("code", code));
    if (outcome instanceof DeployOutcome.Deployed deployed) {
      data.put("version", deployed.version().toString());
      data.put("declaredDigest", deployed.declared().toString());
      data.put("observedDigest", deployed.observed().toString());
      ArrayNode approvedBy = data.putArray("approvedBy");
      deployed.approvedBy().forEach(approvedBy::add);
    } else if (outcome instanceof DeployOutcome.Stopped stopped) {
      ArrayNode checks = data.putArray("checks");
      for (Check check : stopped.checks()) {
        checks
            .addObject()
            .put("name", check.name().label())
            .put("passed", check instanceof Check.Passed)
            .put("detail", check.detail());
      }
    }
    return data;
  }

  private static String kind(DeployOutcome outcome) {
    if (outcome instanceof DeployOutcome.Deployed) {
      return "deployed";
    } else if (outcome instanceof DeployOutcome.UpToDate) {
      return "up-to-date";
    } else if (outcome instanceof DeployOutcome.Superseded) {
      return "superseded";
    } else if (outcome instanceof DeployOutcome.PutBack) {
      return "put-back";
    }
    return "stopped";
  }
}
