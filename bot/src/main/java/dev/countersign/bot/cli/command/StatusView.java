package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.Result;
import dev.countersign.ci.status.DeclaredStatus;
import dev.countersign.ci.status.LineStatus;
import dev.countersign.ci.status.TargetStatus;
import dev.countersign.ci.target.Observation;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.WireName;

/** Shows how a line stands. */
final class StatusView {
  private StatusView() {}

  static String text(LineStatus status) {
    StringBuilder text = new StringBuilder(status.line().toString());
    text.append("\n  declared  ").append(declared(status.declared()));
    for (TargetStatus target : status.targets()) {
      text.append("\n  ")
          .append(target.target())
          .append(": ")
          .append(WireName.hyphenated(target.state()));
      target.last().ifPresent(last -> text.append("\n    deployed  ").append(deployed(last)));
      text.append("\n    observed  ").append(observed(target.observed()));
    }
    status
        .hold()
        .ifPresent(
            hold ->
                text.append(
                    "\n  held      from sequence %d on by %s: %s"
                        .formatted(hold.sequence(), hold.by(), hold.reason())));
    status
        .untrusted()
        .forEach(line -> text.append("\n  log       ").append(HistoryView.text(line)));
    return text.toString();
  }

  static ObjectNode data(LineStatus status) {
    ObjectNode data = Result.object();
    data.put("line", status.line().toString());
    data.set("declared", declaredData(status.declared()));
    ArrayNode targets = data.putArray("targets");
    for (TargetStatus target : status.targets()) {
      ObjectNode one = targets.addObject();
      one.put("target", target.target()).put("state", WireName.hyphenated(target.state()));
      target.last().ifPresent(last -> one.set("deployed", deployedData(last)));
      if (target.observed() instanceof Observation.Serves serves) {
        one.put("observedDigest", serves.digest().toString());
        one.put("means", WireName.hyphenated(serves.means()));
      } else if (target.observed() instanceof Observation.Unreachable down) {
        one.put("reason", down.reason());
      }
    }
    status.hold().ifPresent(hold -> data.set("hold", holdData(hold)));
    data.put("unverifiableLogLines", status.untrusted().size());
    return data;
  }

  /** A reference that was read; its approval is not looked at. */
  static ObjectNode unchecked(ModelReference reference) {
    return referenceData("unchecked", reference);
  }

  /** A file that is no reference. */
  static ObjectNode unreadable(String reason) {
    return Result.object().put("state", "unreadable").put("reason", reason);
  }

  private static ObjectNode declaredData(DeclaredStatus declared) {
    if (declared instanceof DeclaredStatus.Approved approved) {
      ObjectNode data = referenceData("approved", approved.release().reference());
      ArrayNode approvedBy = data.putArray("approvedBy");
      approved.approvedBy().forEach(approvedBy::add);
      return data;
    }
    if (declared instanceof DeclaredStatus.NotApproved not) {
      return referenceData("not-approved", not.release().reference()).put("reason", not.reason());
    }
    return unreadable(((DeclaredStatus.Unreadable) declared).reason());
  }

  private static ObjectNode referenceData(String state, ModelReference reference) {
    return Result.object()
        .put("state", state)
        .put("version", reference.version().toString())
        .put("sequence", reference.sequence())
        .put("artifactDigest", reference.artifact().digest().toString());
  }

  private static ObjectNode deployedData(Deployment last) {
    return Result.object()
        .put("version", last.release().version().toString())
        .put("sequence", last.release().sequence())
        .put("artifactDigest", last.release().digest().toString())
        .put("finishedAt", last.finishedAt().toString());
  }

  private static ObjectNode holdData(HoldSet hold) {
    return Result.object()
        .put("sequence", hold.sequence())
        .put("by", hold.by())
        .put("reason", hold.reason())
        .put("at", hold.at().toString());
  }

  private static String declared(DeclaredStatus declared) {
    if (declared instanceof DeclaredStatus.Approved approved) {
      String by =
          approved.approvedBy().isEmpty() ? "nobody" : String.join(", ", approved.approvedBy());
      return reference(approved.release().reference()) + ", approved by " + by;
    }
    if (declared instanceof DeclaredStatus.NotApproved not) {
      return reference(not.release().reference()) + ", NOT validly approved: " + not.reason();
    }
    return "unreadable: " + ((DeclaredStatus.Unreadable) declared).reason();
  }

  private static String reference(ModelReference reference) {
    return "%s (sequence %d, %s)"
        .formatted(
            reference.version(), reference.sequence(), reference.artifact().digest().shortHex());
  }

  private static String deployed(Deployment last) {
    return "%s (%s) at %s"
        .formatted(last.release().version(), last.release().digest().shortHex(), last.finishedAt());
  }

  private static String observed(Observation observed) {
    if (observed instanceof Observation.Serves serves) {
      return "%s (%s)".formatted(serves.digest().shortHex(), WireName.hyphenated(serves.means()));
    }
    return observed instanceof Observation.Unreachable down
        ? "unreachable: " + down.reason()
        : "nothing is served";
  }
}
