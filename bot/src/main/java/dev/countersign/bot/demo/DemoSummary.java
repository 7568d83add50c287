package dev.countersign.bot.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The demo in one document.
 *
 * @param requestsSent by the client that predicts during the redeploys
 */
public record DemoSummary(
    List<StepRecord> steps,
    List<DemoDeployment> deployments,
    long requestsSent,
    long requestsFailed,
    long seconds) {
  public DemoSummary {
    steps = List.copyOf(steps);
    deployments = List.copyOf(deployments);
  }

  /** As {@code --output json} prints it. */
  public ObjectNode toJson() {
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    ArrayNode all = summary.putArray("steps");
    for (StepRecord step : steps) {
      all.addObject()
          .put("name", step.name())
          .put("outcome", step.outcome())
          .put("exitCode", step.exitCode());
    }
    ArrayNode deployed = summary.putArray("deployments");
    for (DemoDeployment deployment : deployments) {
      ArrayNode approvedBy =
          deployed
              .addObject()
              .put("version", deployment.version())
              .put("declaredDigest", deployment.declaredDigest())
              .put("observedDigest", deployment.observedDigest())
              .putArray("approvedBy");
      deployment.approvedBy().forEach(approvedBy::add);
    }
    summary.putObject("requests").put("sent", requestsSent).put("failed", requestsFailed);
    return summary.put("seconds", seconds);
  }
}
