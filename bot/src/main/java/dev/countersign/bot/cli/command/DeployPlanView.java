package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.Result;
import dev.countersign.ci.deploy.DeployOutcome;
import dev.countersign.ci.deploy.DeployPlan;
import dev.countersign.ci.deploy.PlannedRelease;
import dev.countersign.ci.deploy.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/** Shows what a deploy would do. */
final class DeployPlanView {
  private DeployPlanView() {}

  static Result of(DeployPlan plan) {
    ObjectNode data = Result.object();
    data.put("commit", plan.commit().hex());
    ArrayNode steps = data.putArray("steps");
    List<String> lines = new ArrayList<>();
    for (PlannedStep step : plan.steps()) {
      String text = text(step);
      steps.add(data(step).put("text", text));
      lines.add(text);
    }
    if (lines.isEmpty()) {
      lines.add(DeployReportView.NOTHING.formatted(plan.commit().hex()));
    }
    return Result.done(data, String.join("\n", lines));
  }

  private static ObjectNode data(PlannedStep step) {
    if (step instanceof PlannedStep.Settled settled) {
      DeployOutcome outcome = settled.outcome();
      ObjectNode data = Result.object().put("line", outcome.line().toString());
      outcome.target().ifPresent(target -> data.put("target", target));
      return data.put("action", outcome.code().isPresent() ? "refuse" : "nothing");
    } else if (step instanceof PlannedStep.Apply apply) {
      return data(apply.what()).put("action", "apply");
    } else if (step instanceof PlannedStep.PutBack back) {
      return data(back.what()).put("action", "put-back");
    }
    return data(((PlannedStep.Refuse) step).what()).put("action", "refuse");
  }

  private static ObjectNode data(PlannedRelease what) {
    ObjectNode data = Result.object();
    data.put("line", what.place().line().toString()).put("target", what.place().target());
    data.put("version", what.release().reference().version().toString());
    data.put("artifactDigest", what.release().reference().artifact().digest().toString());
    ArrayNode approvedBy = data.putArray("approvedBy");
    what.approvedBy().forEach(approvedBy::add);
    return data;
  }

  private static String text(PlannedStep step) {
    if (step instanceof PlannedStep.Settled settled) {
      return DeployReportView.text(settled.outcome());
    } else if (step instanceof PlannedStep.Apply apply) {
      return "would deploy " + text(apply.what());
    } else if (step instanceof PlannedStep.PutBack back) {
      return "would put back %s, because %s is served".formatted(text(back.what()), back.foreign());
    }
    return "would refuse: " + DeployReportView.text(((PlannedStep.Refuse) step).outcome());
  }

  private static String text(PlannedRelease what) {
    return "%s: version %s (%s), approved by %s"
        .formatted(
            what.place(),
            what.release().reference().version(),
            what.release().reference().artifact().digest(),
            what.approvedBy().isEmpty() ? "nobody" : String.join(", ", what.approvedBy()));
  }
}
