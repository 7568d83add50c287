package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.propose.BranchState;
import dev.countersign.bot.propose.Proposal;
import dev.countersign.bot.propose.ProposalPlan;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.WireName;
import java.nio.charset.StandardCharsets;

/** Shows what became of a run, or what would. */
final class ProposalView {
  private ProposalView() {}

  static ObjectNode data(Proposal proposal) {
    ProposalPlan plan = proposal.plan();
    ObjectNode data = Result.object();
    data.put("line", plan.line().toString());
    data.put("outcome", WireName.hyphenated(plan.outcome()));
    data.put("exitCode", plan.outcome().exit().number());
    data.put("reason", plan.reason());
    plan.promotion().ifPresent(promotion -> reference(data, promotion.reference()));
    proposal.request().ifPresent(request -> data.set("mergeRequest", RequestData.of(request)));
    if (!proposal.warnings().isEmpty()) {
      ArrayNode warnings = data.putArray("warnings");
      proposal.warnings().forEach(warnings::add);
    }
    return data;
  }

  private static void reference(ObjectNode data, ModelReference reference) {
    data.put("version", reference.version().toString());
    data.put("sequence", reference.sequence());
    data.put("artifactDigest", reference.artifact().digest().toString());
    reference.evaluation().ifPresent(evaluation -> evaluation(data, evaluation));
  }

  private static void evaluation(ObjectNode data, Evaluation evaluation) {
    data.put("verdict", WireName.hyphenated(evaluation.verdict()));
    ArrayNode gates = data.putArray("gates");
    for (GateResult gate : evaluation.gates()) {
      gates
          .addObject()
          .put("id", gate.id())
          .put("outcome", WireName.hyphenated(gate.outcome()))
          .put("reason", gate.reason());
    }
  }

  static String text(Proposal proposal, boolean dryRun) {
    ProposalPlan plan = proposal.plan();
    StringBuilder text = new StringBuilder(plan.reason());
    plan.promotion()
        .flatMap(promotion -> promotion.reference().evaluation())
        .ifPresent(evaluation -> gates(text, evaluation));
    proposal.request().ifPresent(request -> text.append("\n  review: ").append(request.url()));
    proposal.warnings().forEach(warning -> text.append("\n  warning: ").append(warning));
    if (dryRun) {
      plan.promotion().ifPresent(promotion -> steps(text, promotion));
    }
    return text.toString();
  }

  private static void gates(StringBuilder text, Evaluation evaluation) {
    text.append("\n  verdict: ").append(WireName.hyphenated(evaluation.verdict()));
    for (GateResult gate : evaluation.gates()) {
      String sign =
          gate.outcome() == GateOutcome.PASSED
              ? "  passed  "
              : "  " + WireName.hyphenated(gate.outcome()) + "  ";
      text.append("\n  ").append(sign).append(gate.id()).append(": ").append(gate.reason());
    }
  }

  private static void steps(StringBuilder text, ProposalPlan.Promotion promotion) {
    ModelReference reference = promotion.reference();
    String branch = reference.line().branch();
    text.append("\nwould do:");
    text.append("\n  store ").append(reference.artifact().uri());
    text.append("\n  ").append(push(promotion)).append(' ').append(branch);
    text.append(" on ").append(promotion.base().shortHex());
    text.append("\n  open or update the merge request of ").append(branch);
    text.append(promotion.draft() ? " as a draft" : "");
    text.append("\n").append(reference.line().referencePath()).append(":\n");
    text.append(new String(ReferenceCodec.encode(reference), StandardCharsets.UTF_8));
  }

  private static String push(ProposalPlan.Promotion promotion) {
    if (promotion.keepCommit()) {
      return "keep";
    }
    return promotion.branch() instanceof BranchState.Absent ? "push" : "replace";
  }
}
